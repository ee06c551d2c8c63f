// Offprint makes the editions of documents: a print edition (PDF), an
// e-reader edition (EPUB 3) and a plain-text edition, with the same words,
// notes and note labels in each.
//
//	offprint [flags] FILE...
//
// A FILE is Markdown (.md, .markdown), a report's plain text (.txt), or JSON
// (.json), the project's own or pandoc's, or a PDF that carries its source
// (.pdf, made with -source); "-" is standard input, told, as a file without an
// ending is, by its content. Images are read from the file's
// folder (for standard input the current one) and from nowhere else.
//
// The editions stand beside their file, or in the folder of -o, under its base
// name; one that would stand in its file's place has ".edition" before its
// ending. With -to the document itself is written too, as the project's own JSON
// (json) or as pandoc's (pandoc, the ending .pandoc.json). For standard input they are called by -title, or "document". A
// single edition goes to standard output with -o -.
//
// Warnings go to standard error. The exit status is
//
//	0  every edition was made
//	1  it was interrupted
//	2  the command line is wrong: nothing was read or written
//	3  an input cannot be read, or is not what it says it is
//	4  an edition cannot be made of the document
//	5  an edition cannot be written
//	6  with -strict: there were warnings
//
// With several files, each is tried, and the status is that of the first that
// failed; two whose editions would have one name are refused. No edition is
// left half-written.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

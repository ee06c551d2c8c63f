// Package doc defines a structured document: a report, a paper, a book.
//
// A [Document] is what its author wrote: metadata ([Meta]), a tree of
// sections ([Section]), blocks ([Block]) and the inlines in them ([Inline]).
// Readers (doc/markdown, doc/report) make one from a file, a Go program makes
// one from literals, and the packages under render turn it into a print
// edition, an e-reader edition and a plain-text edition.
//
// The model holds nothing that can be worked out. What every edition must
// agree on (note labels, section numbers, the numbers of figures, tables and
// equations, anchors, the outline) is worked out once, by [NewIndex]. [Check]
// reports every fault of a document, each with its path. [All] walks a
// document in reading order. [Encode] and [Decode] are its JSON form, an exact
// round trip; [Schema] is the JSON Schema of that form, for programs in other
// languages that write documents.
//
// # Literals are the constructors
//
// Text and the wrappers around it are plain Go values, so a document reads
// like its text:
//
//	&doc.Paragraph{Content: doc.Inlines{
//		doc.Text("As "), doc.Emphasis{doc.Text("The Economist")},
//		doc.Text(" reported"),
//		&doc.Note{Content: doc.Blocks{
//			&doc.Paragraph{Content: doc.Inlines{doc.Text("Issue of 4 May.")}},
//		}},
//		doc.Text("."),
//	}}
//
// Nodes with fields (paragraphs, notes, links, figures) are pointers, and a
// pointer is the identity of its node: the same pointer must not stand twice
// in a document. [Check] reports one that does.
//
// # Paths
//
// A path names a place in a document by the JSON names of its fields:
// "sections[2].blocks[5].content[3]". Errors, warnings and page maps use it;
// [Index.Path] gives the path of a node.
//
// # Adding a node type
//
//  1. Declare it in block.go or inline.go, with its JSON name in kinds.go and
//     the values of its choices in choices.go; go test ./doc -update writes
//     schema.json anew.
//  2. Give it to the walk (walk.go), to Check (check.go) and, where it has a
//     number or an anchor, to the index (index.go).
//  3. Give it to each edition: render/text, render/epub and render/pdf each
//     recurse by one type switch whose default case is an error, and
//     render/rendertest holds a case of every node, which now fails.
//  4. Give it to the readers that can express it.
package doc

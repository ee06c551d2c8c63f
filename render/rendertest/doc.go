// Package rendertest holds the one conformance suite that every edition
// passes, for the tests of render/pdf, render/epub, render/text and of
// renderers that others write.
//
// [Run] renders documents and reads the result back, as a reader of that
// edition would: a PDF by its structure tree, an EPUB by its spine, a text by
// its lines ([ReadPDF], [ReadEPUB], [ReadText]). What was read is held to the
// document:
//
//   - its words are there, in order, those of each note in the note of its
//     label, and no word that neither the document nor its language's terms
//     have;
//   - every call has its note and every note its call, with the index's labels;
//   - the same bytes come on every run, at one processor and at two, and of
//     renderers that run at once;
//   - the document is as it was;
//   - a faulty document, a missing image, a cancelled context and a writer that
//     fails are errors, with nothing written.
package rendertest

// Package render holds what the editions share: how a renderer is called,
// how it fails, what it warns of, how a file is written.
//
// The editions are render/pdf (print), render/epub (e-reader) and render/text
// (plain text). Each has a Renderer, a struct of settings whose zero value
// works. Render does not change the document, gives the same bytes for the
// same document and settings on every run, may be called concurrently, stops
// soon after ctx is done, and writes nothing to w when it returns an error.
//
// A renderer opens no path and no URL: images come from the document's Files.
//
// # Adding an edition
//
//  1. A package under render with a doc.go that says what it turns into what.
//  2. A Renderer; Render starts with [Prepare], recurses over the model by one
//     type switch whose default case is a [NodeError] of [ErrUnsupported], and
//     writes to w once, at the end.
//  3. render/rendertest's suite, called from its tests.
package render

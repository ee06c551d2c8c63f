// Package pdf makes the print edition of a document: a PDF file, tagged and
// complete, that conforms to PDF/UA-1 and PDF/A-2a, or to the [Profile] that is
// asked for.
//
// A [Renderer] sets a document in phases:
//
//	flow    doc.Document -> layout.Book   text itemised, shaped and measured; tags built
//	layout  layout.Book -> layout.Pages   lines, pages, notes (render/internal/layout)
//	paint   layout.Pages -> content       one content stream a page, through gofpdf
//	finish  content -> file               fonts, tags, links, metadata (render/internal/pdffile)
//
// The structure tree is built by flow, in the document's reading order. Every
// piece of ink carries a slot of that tree through layout, or none if it is
// furniture (running heads, folios, rules); so a note is read at its call and a
// paragraph over two pages is one element.
//
// # Speed
//
// Flow collects the text of a document in reading order, which numbers its tags
// and notes; its words are then shaped, divided and measured paragraph by
// paragraph, on all processors, and the paragraph's lines are broken at once
// (later.go). Of its items only what the lines need is kept. A word is shaped
// once for a style. Pages are painted one after another, for the codes of glyphs
// are given in the order of their first use, while those before them are
// compressed. None of this shows in the file, which has the same bytes on any
// number of processors.
//
// A text that holds a character which no face has, or is in a table, a list or
// verse, is set where it stands; and a document with such a character is set a
// second time, to tell of the first place.
//
// What profiles showed: most of a book's time went to memory that was touched for
// the first time, and not to computing. To have the items of all paragraphs at
// once took a quarter of it and half of the memory; to hand pages' content to
// gofpdf and back, a tenth. Of a short report's time, half went to parsing faces
// that it had no use for, and to the layout tables of those that were cut down:
// an embedded face is parsed when it is first asked something. A third of the
// rest was the system's, for the first touch of each 4 KB of memory: a program
// that sets one book and ends does well to ask for huge pages, as examples/offprint
// does. Most of what was left of setting words went to waiting for memory: a book
// looks up ten times as many words as it shapes, most of them seldom, and each
// look met six places. What lines ask of a word now stands in one (lexicon.go),
// is found without a lock, and is copied as it is; the word's item holds the space
// behind it. Of what is left, the shaping of new words and compression are a
// seventh each, breaking lines an eighth, painting a ninth, the collector a
// thirtieth.
//
// Tried without gain: pages painted by several goroutines (compression has the
// other processor, and all wait for memory), a cache of words for each goroutine
// before the lexicon, words that all documents of a process share (for a server
// a twentieth, against a book's loss of as much), glyphs' codes as literal
// strings (a file smaller by 6 %, which takes an eighth longer), profile-guided
// builds.
// The command .ci/bench measures whole runs beside other typesetters.
//
// # The parts of a publication
//
// What stands around the document's text comes from its metadata and the
// [Style]: half title, title page and imprint, or a head above the text; the
// contents and the lists of figures and tables; notes that are collected; the
// index, which stands in the document's section for it ([doc.RoleIndex]), else
// in one that is added. A text that names pages (references, the index) is set
// until the names hold.
//
// # Chinese, Japanese and Korean
//
// Ideographs, kana and their marks stand on squares by the rules of "Requirements
// for Japanese Text Layout": strict kinsoku; marks in a row and at a line's ends
// give up the white of their squares; a quarter of an em parts them from Latin
// letters and figures; a line is filled by a little white at each gap. Readings
// (ruby) stand over their base without moving the lines; a base that holds more
// than words, or is longer than a line, has its reading behind it in parentheses,
// which is reported. Emphasis is dots, over Japanese and Korean and under Chinese.
// Korean is spaced by words, which may be divided between syllables. What the
// style of such a document is see at [EastAsianStyle].
//
// # Right to left
//
// A paragraph of a right-to-left language, or one that the document says so of
// (doc.Direction), has its levels resolved by UAX #9 over the whole text; lines
// are broken in the order in which they are read and put into visual order one
// by one. Indents, lists, tables, notes, running heads and the binding side are
// mirrored. Program text runs from left to right everywhere, and labels, code
// and the marks of notes are isolates: what stands around them does not turn
// them. Hebrew and Arabic are not hyphenated, and letters that join are not
// letterspaced.
//
// A stretch of a line in one face is written from left to right, as extractors
// expect it, and stretches in the order in which they are read. A face that has
// a script's letters but not its figures and punctuation makes a line of many
// stretches. The spaces between them are glyphs like others, but pdf.js passes
// over glyphs of spaces and looks for gaps to the right, where a stretch that is
// read next stands at the left: of a novel in Hebrew it joins 30 of 10,500 words.
// pdftotext takes the space behind a figure to stand before it (12 words).
//
// # What extractors see
//
// A letter with marks (the points of Hebrew, the vowels of Arabic, stacked
// accents), a syllable whose glyphs stand in another order than its characters
// (Devanagari) and a ligature of right-to-left text are glyphs that are made for
// the file, one for each character: the first shows all of them, and nothing
// stands off the line (clusters.go). So words come out whole and in order of
// pdftotext, PDFium and MuPDF; pdf.js takes a mark at the end of a right-to-left
// word for apart. The face must have TrueType outlines and leave to make a
// subset; of others such marks are glyphs with their own places, which
// extractors that go by places take for words apart.
//
// A reading (ruby) is a text of its own over its base: in the tags it follows
// the base, to those that go by places it is a line. The contents and the labels
// of lists, notes and captions are text like the author's; running heads, folios
// and a table's head on its later pages are artifacts, which the tags leave out.
// To compare the file's words with the document's, set it without contents
// (ContentsStyle.Depth 0).
//
// # Mathematics
//
// Formulas are read from TeX (render/internal/tex) and set by TeX's rules with
// the measures of an OpenType math face (render/internal/mathset): STIX Two
// Math, or Fonts.Math. A formula in a line breaks after a relation or an
// operator at its outermost level; a display that is too wide is broken before
// one, and, where it has none, set smaller and reported. An alignment is a line
// for each of its rows, so that a page may end in it. TeX that is not
// understood is an error with its byte offset in the formula, or, with
// Renderer.PlainMath, a warning: the formula then stands as TeX in the mono
// face. Each formula is one Formula element; its alternative text is the
// author's, else the formula as a line of Unicode. What stands of a formula on a
// line is marked content whose ActualText is that part of the line of Unicode,
// as the text edition has it: pdftotext and others that know ActualText give
// it, once and in its place. To those that do not know it (pdf.js) the glyphs
// stand for their letters and signs, in the order of the TeX.
//
// # Words at lines' ends
//
// A hyphen that we set is a soft hyphen (U+00AD) to extractors, one of the
// author's is his own, and a line does not lightly end in one before a space
// (Vor- und Nachteile), where readers and programs take the words for one.
//
// Of the metadata the contributors' ORCIDs and sort names and the cover, which
// is the e-reader edition's, are left out.
package pdf

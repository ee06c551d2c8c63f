// Package layout turns measured items into positioned items: paragraphs into
// lines, lines, tables, figures and notes into pages. It is a pure function; it
// knows neither documents nor PDF. What is to be painted passes through it as
// [Ink], opaque, with the tag that it carries.
//
// The input is a [Book]: the page's geometry and a flow of blocks whose
// paragraphs are sequences of measured items. The output is [Pages]: for each
// page its lines and boxes with their places. Painting decides nothing.
//
// Pages are chosen as lines are, by what they cost together: the pages of a part
// between two forced ones are broken in one search (search.go, pagebreak.go), and
// where a line comes to be broken anew only pages near it are searched for again
// (marks.go, again.go).
// Text stands on a grid, so that its baselines are at one height on both sides
// of a leaf and across a spread (grid.go). Floats leave the flow for the head or
// foot of a page (floats.go). A part may stand in columns, with what opens it across
// them (across.go) and its notes at the foot of each or of all (feet.go).
//
// # Promises
//
//  1. A note starts on the page of its mark and goes on on the pages after it,
//     and all of it is set.
//  2. No line is lost or set twice.
//  3. Every pass makes progress, or places an overfull line or box and reports
//     it: no input loops.
//  4. No widow, orphan or stranded heading unless the page cannot hold better.
//     Facing pages of text end at one height.
//  5. The same input gives the same positions on every machine: lengths and
//     costs are integers.
//
// The package's tests hold them as properties over random books; [Check] counts
// where pages fall short of them.
package layout

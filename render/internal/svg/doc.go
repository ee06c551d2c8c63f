// Package svg turns an SVG file into a drawing: shapes and words with their
// places and paint, in the order in which they are painted. It reads the static
// part of SVG 1.1 that drawings consist of: paths and shapes, groups, use,
// nested svg, transforms, style attributes and simple style sheets, fills,
// strokes, dashes, opacity, linear and radial gradients, clip paths and text.
// What it does not know it names in [Drawing.Unknown].
//
// A file is data, not a program: scripts, animations and references out of the
// file do nothing, entities are not expanded, and size, depth, repetition and
// numbers are bounded.
//
// [Clean] is for who passes the file on: it takes out what could act or reach
// out.
package svg

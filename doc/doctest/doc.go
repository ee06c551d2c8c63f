// Package doctest makes documents for tests of what reads, walks or renders
// them: [Every] holds each node and setting of the model, [Random] is one of
// endlessly many, [Book] is one of a length that a benchmark asks for. They are
// free of faults, by doc.Check, and their images are in their Files. [Dump]
// writes a document for comparison.
package doctest

package doc

import (
	"bytes"
	_ "embed" // schema.json
)

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of the form that Encode
// writes: every node and field, and the values of those that name a choice. It
// is the file schema.json beside this one. What a schema cannot say, Decode
// does (that a node's "type" is its first key, that no key stands twice) and
// Check (that a reference has a target, that a table's cells cover it).
func Schema() []byte { return bytes.Clone(schema) }

package doc_test

import (
	"bytes"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
)

func compiled(t *testing.T) *jsonschema.Schema {
	in, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	require.NoError(t, c.AddResource("schema.json", in))
	s, err := c.Compile("schema.json")
	require.NoError(t, err)
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, data []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	return s.Validate(v)
}

// What Encode writes, and every document of testdata, is valid by the schema.
func TestSchemaTakesDocuments(t *testing.T) {
	s := compiled(t)
	require.NoError(t, valid(t, s, encode(t, doctest.Every())))
	for seed := range int64(20) {
		require.NoError(t, valid(t, s, encode(t, doctest.Random(rand.New(rand.NewSource(seed))))))
	}
	cases, err := filepath.Glob("../testdata/*/input.json")
	require.NoError(t, err)
	require.NotEmpty(t, cases)
	for _, name := range cases {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.NoError(t, valid(t, s, data), name)
	}
}

// A value that is none of a choice's passes Decode, for Check to name; the
// schema refuses it.
func TestSchemaRefusesChoices(t *testing.T) {
	s := compiled(t)
	for _, text := range []string{
		`{"offprint":1,"notes":"page"}`, `{"offprint":1,"sections":[{"role":"cellar"}]}`,
		`{"offprint":1,"blocks":[{"type":"list","items":[{"task":"half"}]}]}`,
		`{"offprint":1,"blocks":[{"type":"paragraph","content":["a ",{"type":"emphasis","content":[{"type":"crossRef","to":"a","form":"b"}]}]}]}`,
	} {
		_, err := doc.Decode(strings.NewReader(text))
		require.NoError(t, err, text)
		require.Error(t, valid(t, s, []byte(text)), text)
	}
}

// What Decode refuses for its form, the schema refuses.
func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	for _, text := range []string{
		`{"meta":{}}`, `{"offprint":99}`, `{"offprint":1,"colour":"red"}`,
		`{"offprint":1,"sections":[{},{"blocks":[{"type":"paragraph","shade":1}]}]}`,
		`{"offprint":1,"blocks":[{"type":"wobble"}]}`, `{"offprint":1,"blocks":[{"type":"emphasis"}]}`,
		`{"offprint":1,"meta":{"title":[{"type":"paragraph"}]}}`, `{"offprint":1,"meta":{"lang":7}}`,
		`{"offprint":1,"blocks":3}`, `{"offprint":1,"meta":{"date":"May"}}`, `{"offprint":1,"blocks":[null]}`,
		`{"offprint":1,"meta":{"cover":{"type":"image","src":"a"}}}`,
	} {
		_, err := doc.Decode(strings.NewReader(text))
		require.Error(t, err, text)
		require.Error(t, valid(t, s, []byte(text)), text)
	}
}

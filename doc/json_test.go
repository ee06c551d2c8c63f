package doc_test

import (
	"bytes"
	"errors"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
)

func encode(t testing.TB, d *doc.Document) []byte {
	var b bytes.Buffer
	require.NoError(t, doc.Encode(&b, d))
	return b.Bytes()
}

// What is encoded is decoded to the same document.
func TestRoundTrip(t *testing.T) {
	docs := []*doc.Document{doctest.Every(), {}}
	for seed := range int64(200) {
		docs = append(docs, doctest.Random(rand.New(rand.NewSource(seed))))
	}
	for i, d := range docs {
		data := encode(t, d)
		require.True(t, doc.IsDocument(data))
		got, err := doc.Decode(bytes.NewReader(data))
		require.NoError(t, err)
		got.Files = d.Files
		require.True(t, reflect.DeepEqual(d, got), "document %d", i)
		require.Equal(t, string(data), string(encode(t, got)))
	}
}

// Decode refuses what it does not know, and names the place.
func TestDecodeFaults(t *testing.T) {
	for _, c := range []struct{ name, text, path, says string }{
		{"nothing", ``, "", "EOF"},
		{"no version", `{"meta":{}}`, "", "offprint"},
		{"a later version", `{"offprint":99}`, "", "99"},
		{"an unknown field", `{"offprint":1,"colour":"red"}`, "", "colour"},
		{"an unknown field inside", `{"offprint":1,"sections":[{},{"blocks":[{"type":"paragraph","shade":1}]}]}`, "sections[1].blocks[0]", "shade"},
		{"an unknown node", `{"offprint":1,"blocks":[{"type":"wobble"}]}`, "blocks[0]", "wobble"},
		{"an inline for a block", `{"offprint":1,"blocks":[{"type":"text","text":"x"}]}`, "blocks[0]", "no block"},
		{"a block for an inline", `{"offprint":1,"meta":{"title":[{"type":"paragraph"}]}}`, "meta.title[0]", "paragraph"},
		{"a wrong kind", `{"offprint":1,"meta":{"lang":7}}`, "meta.lang", "want a string"},
		{"a number for a list", `{"offprint":1,"blocks":3}`, "blocks", ""},
		{"a date that is none", `{"offprint":1,"meta":{"date":"2026-13"}}`, "meta.date", "2026-13"},
		{"a field twice", `{"offprint":1,"blocks":[],"blocks":[]}`, "", "blocks"},
		{"something after", `{"offprint":1} x`, "", ""},
		{"half a character", `{"offprint":1,"meta":{"publisher":"a\ud800b"}}`, "meta.publisher", "half of a character"},
		{"the other half", `{"offprint":1,"meta":{"title":["\uFFFD \udc00"]}}`, "meta.title[0]", "half of a character"},
		{"not UTF-8", "{\"offprint\":1,\"meta\":{\"publisher\":\"\xff\"}}", "", "UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := doc.Decode(strings.NewReader(c.text))
			var de *doc.DecodeError
			require.True(t, errors.As(err, &de), "%v", err)
			require.Equal(t, c.path, de.Path, "%v", err)
			require.Contains(t, err.Error(), c.says)
		})
	}
}

// Characters are whole, escaped or not; the replacement character may be meant.
func TestDecodeCharacters(t *testing.T) {
	d, err := doc.Decode(strings.NewReader(`{"offprint":1,"meta":{"publisher":"\ud83d\ude00 \ufffd \uFFFD �"}}`))
	require.NoError(t, err)
	require.Equal(t, "😀 � � �", d.Meta.Publisher)
}

// What no JSON file can hold is an error, and nothing is written.
func TestEncodeFaults(t *testing.T) {
	for _, d := range []*doc.Document{
		{Meta: doc.Meta{Publisher: "a\xffb"}},
		{Blocks: doc.Blocks{para(doc.Text("\x80"))}},
		{Blocks: doc.Blocks{(*doc.Paragraph)(nil)}},
		{Blocks: doc.Blocks{&doc.Table{Columns: []doc.Column{{Width: math.NaN()}}}}},
	} {
		var b bytes.Buffer
		require.ErrorContains(t, doc.Encode(&b, d), "encode document")
		require.Zero(t, b.Len())
	}
}

// What Decode accepts, Encode writes, Check survives, and Decode reads again.
func FuzzDecode(f *testing.F) {
	f.Add(encode(f, doctest.Every()))
	for seed := range int64(5) {
		f.Add(encode(f, doctest.Random(rand.New(rand.NewSource(seed)))))
	}
	f.Add([]byte(`{"offprint":1,"blocks":[{"type":"table","columns":[{}],"bodies":[{"rows":[{"cells":[{"colSpan":-1,"rowSpan":999999999}]}]}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := doc.Decode(bytes.NewReader(data))
		if err != nil {
			return
		}
		doc.Check(d)
		doc.NewIndex(d)
		again, err := doc.Decode(bytes.NewReader(encode(t, d)))
		require.NoError(t, err)
		require.True(t, reflect.DeepEqual(d, again))
	})
}

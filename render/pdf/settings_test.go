package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/rendertest"
)

// inkColors are the colours of the letters of the lines that begin with some
// words.
func inkColors(e *Edition, prefix string) map[color]bool {
	out := map[color]bool{}
	_, items := linesOf(e, prefix)
	for _, it := range items {
		it.Line.Pieces(0, func(_, _ layout.Unit, _ *linebreak.Item, pc *layout.Piece) {
			if g, ok := pc.Ink.(*glyphs); ok && strings.TrimSpace(g.text) != "" {
				out[g.style.color] = true
			}
		})
	}
	return out
}

// colored is a document with a title, a heading, text, a table and a note.
func colored() *doc.Document {
	return &doc.Document{Meta: doc.Meta{Title: plain("Titled work"), Lang: "en"}, Sections: []*doc.Section{
		{Title: plain("Headed"), Blocks: doc.Blocks{
			&doc.Paragraph{Content: doc.Inlines{doc.Text("Words of text."), &doc.Note{Content: doc.Blocks{paragraphOf("noted")}}}}, numbers()}}}}
}

// The accent is that of headings and of rules where the style says so, each by
// itself, and never of the text.
func TestAccent(t *testing.T) {
	red := color{0xc0, 0x10, 0x20}
	for _, heads := range []bool{false, true} {
		for _, rules := range []bool{false, true} {
			st := StyleReport()
			st.Accent, st.AccentHeadings, st.AccentRules = "#c01020", heads, rules
			e, err := Renderer{Style: st}.Layout(context.Background(), colored())
			require.NoError(t, err)
			for _, words := range []string{"Headed", "Titled"} {
				want := color{}
				if heads {
					want = red
				}
				require.Equal(t, map[color]bool{want: true}, inkColors(e, words), words)
			}
			require.Equal(t, map[color]bool{{}: true}, inkColors(e, "Words"))
			n := 0
			for _, it := range e.pages.Pages[0].Items {
				if r, ok := it.Ink.(ruleInk); ok {
					require.Equal(t, rules, r.color == red)
					n++
				}
			}
			require.Greater(t, n, 3, "the rules of the table and the one above the note")
		}
	}
}

// A centred title, and centred headings, stand in the middle of the measure;
// others at its left.
func TestCentered(t *testing.T) {
	for _, centered := range []bool{false, true} {
		st := StyleReport()
		st.Head.Centered, st.Headings[0].Centered = centered, centered
		e, err := Renderer{Style: st}.Layout(context.Background(), colored())
		require.NoError(t, err)
		for _, words := range []string{"Titled", "Headed"} {
			_, items := linesOf(e, words)
			left := items[0].X - e.pages.Pages[0].Left
			right := st.measure().unit() - left - items[0].Line.Width
			if centered {
				require.InDelta(t, float64(left), float64(right), float64(layout.Point), words)
			} else {
				require.InDelta(t, 0, float64(left), float64(layout.Point), words)
			}
		}
	}
}

// contents are the streams of a file that can be unpacked.
func contents(t *testing.T, data []byte) []string {
	var out []string
	for {
		_, rest, ok := bytes.Cut(data, []byte("stream\n"))
		if !ok {
			require.NotEmpty(t, out)
			return out
		}
		data = rest
		if z, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
			if b, err := io.ReadAll(z); err == nil {
				out = append(out, string(b))
			}
		}
	}
}

// A draft says so on every page, in a tone that is read through, and a reader of
// the text is not told.
func TestDraft(t *testing.T) {
	d := colored()
	for i := range 60 {
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, paragraphOf(fmt.Sprint("More ", i, strings.Repeat(" words to fill a page", 20))))
	}
	gray := fmt.Sprintf("%.4f", draftGray/255.0)
	for _, word := range []string{"", "Draft"} {
		st := StyleReport()
		st.Draft = word
		e, err := Renderer{Style: st}.Layout(context.Background(), d)
		require.NoError(t, err)
		require.Greater(t, len(e.pages.Pages), 2)
		var b bytes.Buffer
		_, err = e.WriteTo(&b)
		require.NoError(t, err)
		marks := 0
		for _, s := range contents(t, b.Bytes()) {
			if strings.Contains(s, "/Subtype/Watermark") {
				marks++
				require.Contains(t, s, gray[:4])
				require.Contains(t, s, "/ActualText <FEFF>")
			}
		}
		require.Equal(t, map[string]int{"": 0, "Draft": len(e.pages.Pages)}[word], marks)
		tree, err := rendertest.StructureOf(b.Bytes())
		require.NoError(t, err)
		require.NotContains(t, tree.AllText(), "Draft")
	}
}

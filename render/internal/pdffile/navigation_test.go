package pdffile

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// lines reads the outline as a reader's pane shows it with all items open, and
// checks its links and counts.
func lines(r *reread, parent ref) (titles []string, shown int) {
	v := r.get(parent)
	var prev ref
	at, ok := v.get("First")
	for ok {
		item := r.get(at.ref)
		p, _ := item.get("Parent")
		require.Equal(r.t, parent, p.ref)
		back, _ := item.get("Prev")
		require.Equal(r.t, prev, back.ref)
		titles = append(titles, r.str(item, "Title"))
		shown++
		if c, has := item.get("Count"); has {
			kids, n := lines(r, at.ref)
			for _, k := range kids {
				titles = append(titles, "  "+k)
			}
			if string(c.raw) == object.itoa(nil, n) {
				shown += n
			} else {
				require.Equal(r.t, object.itoa(nil, -n), string(c.raw))
			}
		}
		prev = at.ref
		at, ok = item.get("Next")
	}
	last, _ := v.get("Last")
	require.Equal(r.t, prev, last.ref)
	return titles, shown
}

func (o object) itoa(n int) string {
	o.int(n)
	return string(o)
}

func TestOutline(t *testing.T) {
	src, f := sample(t)
	r := open(t, finished(t, src, f))
	root, _ := r.catalog().get("Outlines")
	titles, shown := lines(r, root.ref)
	require.Equal(t, []string{"Première partie", "  On (two) things", "Shut", "  below", "  too", "The note"}, titles)
	require.Equal(t, 4, shown, "what is shut is not counted")
	require.Equal(t, shown, r.int(r.get(root.ref), "Count"))
}

func TestPageLabels(t *testing.T) {
	src, f := sample(t)
	r := open(t, finished(t, src, f))
	keys, vals := r.entriesOf(r.val(r.catalog(), "PageLabels"), "Nums")
	require.Equal(t, []string{"0", "1"}, keys)
	require.Equal(t, "r", r.str(vals[0], "S"))
	require.Equal(t, []string{"D", "A-"}, []string{r.str(vals[1], "S"), r.str(vals[1], "P")})
	require.Equal(t, 5, r.int(vals[1], "St"))
}

func TestAnnotations(t *testing.T) {
	src, f := sample(t)
	r := open(t, finished(t, src, f))
	page := r.get(r.pages()[0])
	require.Equal(t, "S", r.str(page, "Tabs"))
	quads := 0
	for i, a := range r.array(page, "Annots") {
		v := r.get(a.ref)
		want := f.Pages[0].Annots[i]
		require.Equal(t, 4, r.int(v, "F"))
		require.Equal(t, want.Contents, r.str(v, "Contents"))
		require.Equal(t, want.Dest, r.str(v, "Dest"))
		if q := r.array(v, "QuadPoints"); q != nil {
			quads++
			require.Len(t, q, 8*len(want.Rects))
		}
	}
	require.Equal(t, 1, quads)
	_, tabs := r.get(r.pages()[1]).get("Tabs")
	require.False(t, tabs)
}

func TestURI(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a?b=(1)&c=%20#d": "https://example.org/a?b=(1)&c=%20#d",
		"https://example.org/café menu":       "https://example.org/caf%C3%A9%20menu",
		"mailto:a@b.c\n<x>":                   "mailto:a@b.c%0A%3Cx%3E",
	} {
		require.Equal(t, want, uri(in))
	}
}

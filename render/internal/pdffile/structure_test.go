package pdffile

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"sort"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// held is what the structure tree says of content: which element holds the
// marked content of a page ("12/3": page object, identifier), or an annotation
// ("annot 7").
type held struct {
	r     *reread
	owner map[string]ref
	ids   map[string]ref
	words []string // types in reading order, with what they hold
}

func walk(r *reread) *held {
	h := &held{r: r, owner: map[string]ref{}, ids: map[string]ref{}}
	root, _ := r.catalog().get("StructTreeRoot")
	for _, k := range r.array(r.get(root.ref), "K") {
		h.elem(k.ref, root.ref)
	}
	return h
}

func (h *held) elem(n, parent ref) {
	v := h.r.get(n)
	p, _ := v.get("P")
	require.Equal(h.r.t, parent, p.ref, "the parent of element %d", n)
	typ := h.r.str(v, "S")
	h.words = append(h.words, typ)
	if id := h.r.str(v, "ID"); id != "" {
		require.NotContains(h.r.t, h.ids, id)
		h.ids[id] = n
	}
	pg, _ := v.get("Pg")
	for _, k := range h.r.array(v, "K") {
		switch at, _ := k.get("Pg"); {
		case k.kind == refValue:
			h.elem(k.ref, n)
		case k.kind == scalar:
			h.hold(fmt.Sprintf("%d/%s", pg.ref, k.raw), n)
		case h.r.str(k, "Type") == "MCR":
			h.hold(fmt.Sprintf("%d/%d", at.ref, h.r.int(k, "MCID")), n)
		default:
			obj, _ := k.get("Obj")
			h.hold(fmt.Sprintf("annot %d", obj.ref), n)
		}
	}
}

func (h *held) hold(what string, n ref) {
	require.NotContains(h.r.t, h.owner, what, "held twice")
	h.owner[what] = n
}

var mcid = regexp.MustCompile(`/MCID (\d+)`)

// requireJoined holds that content, parent tree and structure tree say the
// same, for all of each.
func requireJoined(t *testing.T, r *reread) *held {
	h := walk(r)
	root := r.val(r.catalog(), "StructTreeRoot")
	keys, vals := r.entriesOf(r.val(root, "ParentTree"), "Nums")
	parents := map[int]value{}
	for i, k := range keys {
		n, err := strconv.Atoi(k)
		require.NoError(t, err)
		require.Equal(t, i, n)
		parents[n] = vals[i]
	}
	require.Equal(t, len(keys), r.int(root, "ParentTreeNextKey"))
	count := 0
	for _, pg := range r.pages() {
		page := r.get(pg)
		content, _ := page.get("Contents")
		r.get(content.ref)
		owners := parents[r.int(page, "StructParents")].items
		ids := mcid.FindAllSubmatch(r.data[content.ref], -1)
		require.Len(t, owners, len(ids))
		for i, m := range ids {
			require.Equal(t, strconv.Itoa(i), string(m[1]))
			require.Equal(t, owners[i].ref, h.owner[fmt.Sprintf("%d/%d", pg, i)], "page object %d, content %d", pg, i)
			count++
		}
		for _, an := range r.array(page, "Annots") {
			v := r.get(an.ref)
			require.Equal(t, parents[r.int(v, "StructParent")].ref, h.owner[fmt.Sprintf("annot %d", an.ref)])
			count++
		}
	}
	require.Len(t, h.owner, count, "the tree holds what is not there")
	ids, elems := r.entriesOf(r.val(root, "IDTree"), "Names")
	require.True(t, sort.StringsAreSorted(ids))
	require.Len(t, ids, len(h.ids))
	for i, id := range ids {
		require.Equal(t, h.ids[id], elems[i].ref)
	}
	return h
}

func TestStructure(t *testing.T) {
	src, f := sample(t)
	r := open(t, finished(t, src, f))
	h := requireJoined(t, r)
	require.Contains(t, h.ids, "note-1")
	require.NotContains(t, h.words, "Sect", "an element without content is dropped")
	require.Equal(t, 4, count(h.words, "TD"), "a cell without content stays")
	root := r.val(r.catalog(), "StructTreeRoot")
	require.Equal(t, "P", r.str(r.val(root, "RoleMap"), "Title"))
	require.Equal(t, "Div", r.str(r.val(root, "RoleMap"), "Aside"))
}

func count(words []string, word string) int {
	n := 0
	for _, w := range words {
		if w == word {
			n++
		}
	}
	return n
}

// A note that is painted at the foot, and goes on over the page, stands where
// it is called.
func TestReadingOrder(t *testing.T) {
	src, f := sample(t)
	h := walk(open(t, finished(t, src, f)))
	require.Equal(t, []string{"Document", "Title", "TOC", "TOCI", "Reference", "Link", "H1", "H2",
		"P", "Reference", "Link", "Note", "Lbl", "Link", "P", "Span", "Link", "Link", "L"}, h.words[:19])
}

func TestAttributes(t *testing.T) {
	e := el("TH").attr("Table", "Scope", "/Column").attr("Layout", "Placement", "/Block").attr("Table", "ColSpan", "2")
	var o object
	attributes(&o, e.Attrs)
	require.Equal(t, "/A[<</O/Table/Scope /Column/ColSpan 2>><</O/Layout/Placement /Block>>]", string(o))
}

func TestRoles(t *testing.T) {
	for typ, want := range map[string]string{"P": "P", "H6": "H6", "H7": "P", "H12": "P", "Title": "P", "Aside": "Div", "Em": "Span",
		"FENote": "Note", "Ruby": "Ruby"} {
		got, ok := standardType(typ)
		require.True(t, ok, typ)
		require.Equal(t, want, got, typ)
	}
	for _, typ := range []string{"", " ", "p", "H0", "Hx", "P H", "Paragraph"} {
		_, ok := standardType(typ)
		require.False(t, ok, typ)
	}
}

// Over random trees: each mark and each annotation is held by the element that
// was said to hold it, in the order of slots and pages; what holds nothing is
// gone.
func TestRandomTrees(t *testing.T) {
	for seed := range uint64(40) {
		rnd := rand.New(rand.NewPCG(seed, 5))
		p := newPaper(t)
		p.file.Info.Lang = "en"
		var owners []*Elem // by slot
		p.file.Tree = randomElem(rnd, "Document", 4, &owners)
		want := map[string]string{} // "page/mcid" or "page annot i": the owner's ID
		for n := range 1 + rnd.IntN(70) {
			p.page()
			for id := range rnd.IntN(6) {
				if len(owners) == 0 {
					break
				}
				s := rnd.IntN(len(owners))
				fmt.Fprintf(&p.buf, "/P <</MCID %d>> BDC EMC\n", id)
				p.here().Marked = append(p.here().Marked, Slot(s+1))
				want[fmt.Sprintf("%d/%d", n, id)] = owners[s].ID
				if e := owners[s]; e.Type == "Link" {
					want[fmt.Sprintf("%d annot %d", n, len(p.here().Annots))] = e.ID
					p.here().Annots = append(p.here().Annots, Annot{Rects: make([][4]float64, 1), URI: "a:", Elem: e})
				}
			}
		}
		src, f := p.finish()
		r := open(t, finished(t, src, f))
		h := requireJoined(t, r)
		got := map[string]string{}
		for i, pg := range r.pages() {
			page := r.get(pg)
			for id := range f.Pages[i].Marked {
				got[fmt.Sprintf("%d/%d", i, id)] = r.str(r.get(h.owner[fmt.Sprintf("%d/%d", pg, id)]), "ID")
			}
			for k, an := range r.array(page, "Annots") {
				got[fmt.Sprintf("%d annot %d", i, k)] = r.str(r.get(h.owner[fmt.Sprintf("annot %d", an.ref)]), "ID")
			}
		}
		require.Equal(t, want, got, "seed %d", seed)
		holds := map[string]bool{}
		for _, id := range want {
			holds[id] = true
		}
		require.LessOrEqual(t, len(holds), len(h.ids))
		require.True(t, len(h.ids) == 1 || everyLeafHolds(r, holds), "seed %d", seed)
	}
}

// everyLeafHolds says whether each element without kids of its own is one that
// holds something.
func everyLeafHolds(r *reread, holds map[string]bool) bool {
	ids, elems := r.entriesOf(r.val(r.val(r.catalog(), "StructTreeRoot"), "IDTree"), "Names")
	for i, e := range elems {
		if len(r.array(r.get(e.ref), "K")) == 0 || !holds[ids[i]] && len(kidsOf(r, e.ref)) == 0 {
			return false
		}
	}
	return true
}

func kidsOf(r *reread, n ref) []ref {
	var out []ref
	for _, k := range r.array(r.get(n), "K") {
		if k.kind == refValue {
			out = append(out, k.ref)
		}
	}
	return out
}

// randomElem makes an element with an identifier, slots and elements in it.
func randomElem(rnd *rand.Rand, typ string, depth int, owners *[]*Elem) *Elem {
	e := &Elem{Type: typ, ID: fmt.Sprintf("%s %d", typ, rnd.Uint64())}
	for range rnd.IntN(5) {
		if depth == 0 || rnd.IntN(2) == 0 {
			*owners = append(*owners, e)
			e.Kids = append(e.Kids, Kid{Slot: Slot(len(*owners))})
			continue
		}
		types := []string{"Sect", "P", "Link", "Span", "Note"}
		e.Kids = append(e.Kids, Kid{Elem: randomElem(rnd, types[rnd.IntN(len(types))], depth-1, owners)})
	}
	return e
}

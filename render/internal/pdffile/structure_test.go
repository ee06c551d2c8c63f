package pdffile

import (
	"fmt"
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
	require.Contains(t, h.ids, "note 1")
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
		got, ok := role(typ)
		require.True(t, ok, typ)
		require.Equal(t, want, got, typ)
	}
	for _, typ := range []string{"", " ", "p", "H0", "Hx", "P H", "Paragraph"} {
		_, ok := role(typ)
		require.False(t, ok, typ)
	}
}

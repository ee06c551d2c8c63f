package doc

import (
	"context"
	"reflect"
	"strconv"
	"strings"
	"unicode"
)

// An Index holds what is worked out from a document once, so that every
// edition shows the same: note labels, the numbers and labels of sections,
// figures, tables and equations, anchors, the outline. It stays valid while
// the document is unchanged and may be used concurrently.
type Index struct {
	terms   *Terms
	notes   []*NoteEntry
	byNote  map[*Note]*NoteEntry
	ids     map[string]Node
	numbers map[Node]string
	anchors map[Node]string
	spots   map[Node]spot
	outline []*OutlineEntry
	places  []*TermEntry
	index   *Section
}

// A spot is where a node that is a pointer stands.
type spot struct {
	path    string
	chapter *Section // see [Index.Chapter]
}

// A NoteEntry is a note with what is known of it.
type NoteEntry struct {
	Note    *Note
	Label   string   // "12", "*"
	Auto    bool     // the label is a number of the sequence
	Credit  bool     // a note on the whole work or on a contributor
	Chapter *Section // the chapter that it stands in, nil outside chapters
	Anchor  string   // of the note's text; its call's is Anchor + "-call"
	Path    string
	Refs    []*NoteRef // further calls, in reading order
}

// An OutlineEntry is a section in the outline.
type OutlineEntry struct {
	Section  *Section
	Title    string // plain text; for a section without title its role's name, or its number
	Number   string // "2.1", "" where not numbered
	Anchor   string
	Depth    int // 1 for a top section
	Children []*OutlineEntry
}

// NewIndex indexes d. It does not fail: for a faulty document (see [Check]) a
// second use of an ID is not indexed, and labels and anchors stay unique.
func NewIndex(d *Document) *Index {
	x, _ := NewIndexContext(context.Background(), d)
	return x
}

// NewIndexContext is [NewIndex] that stops when ctx is done, with ctx's error.
func NewIndexContext(ctx context.Context, d *Document) (*Index, error) {
	x := &indexer{
		pulse: pulse{ctx: ctx},
		Index: &Index{
			terms:  TermsFor(d.Meta.Lang),
			byNote: map[*Note]*NoteEntry{}, ids: map[string]Node{}, numbers: map[Node]string{},
			anchors: map[Node]string{}, spots: map[Node]spot{},
		},
		used: map[string]bool{}, counts: map[counter]int{}, restart: d.Notes == NotesByChapter,
	}
	x.walk(d, x.ids1)
	x.sections(d.Sections, nil, "", &x.outline, 1)
	x.indexSection()
	x.walk(d, x.node)
	x.walk(d, x.calls)
	if x.over != nil {
		return nil, x.over
	}
	return x.Index, nil
}

// walk visits the nodes of a document until the context is done.
func (x *indexer) walk(d *Document, visit func(*Cursor)) {
	for c := range Cursors(d) {
		if x.stopped() {
			return
		}
		visit(c)
	}
}

// calls lists what refers to a node: further calls of notes, the places of the
// index.
func (x *indexer) calls(c *Cursor) {
	switch n := c.Node.(type) {
	case *NoteRef:
		if e := x.Ref(n); e != nil {
			e.Refs = append(e.Refs, n)
		}
	case *IndexTerm:
		x.term(n, c)
	}
}

// Notes returns every note in reading order.
func (x *Index) Notes() []*NoteEntry { return x.notes }

// Note returns what is known of n, nil for a note that the document does not
// hold.
func (x *Index) Note(n *Note) *NoteEntry { return x.byNote[n] }

// Ref returns the note that r calls, nil if there is none.
func (x *Index) Ref(r *NoteRef) *NoteEntry {
	n, _ := x.ids[r.To].(*Note)
	return x.byNote[n]
}

// Lookup returns the node with an ID.
func (x *Index) Lookup(id string) (Node, bool) {
	n, ok := x.ids[id]
	return n, ok
}

// Number returns the number of a section, figure, table, equation or note as
// it is printed ("2.1", "IV", "3", "*"), "" for a node without one.
func (x *Index) Number(n Node) string {
	if note, ok := n.(*Note); ok {
		if e := x.byNote[note]; e != nil {
			return e.Label
		}
	}
	if !hashable(n) {
		return ""
	}
	return x.numbers[n]
}

// Label returns the number with the word for what it numbers, in the
// document's language ("Figure 3", "Chapter 2"), "" for a node without a
// number.
func (x *Index) Label(n Node) string {
	num := x.Number(n)
	if num == "" {
		return ""
	}
	word := ""
	switch n := n.(type) {
	case *Section:
		switch n.Role {
		case RolePart:
			word = x.terms.Part
		case RoleChapter:
			word = x.terms.Chapter
		case RoleAppendix:
			word = x.terms.Appendix
		default:
			word = x.terms.Section
		}
	case *Figure:
		word = x.terms.Figure
	case *Table:
		word = x.terms.Table
	case *MathBlock:
		word = x.terms.Equation
	case *Note:
		word = x.terms.Note
	}
	return withNumber(word, num)
}

// Title returns what a title reference to n shows: a section's title, a
// caption; nil for a node without one.
func (x *Index) Title(n Node) Inlines {
	switch n := n.(type) {
	case *Section:
		return n.Title
	case *Figure:
		return n.Caption
	case *Table:
		return n.Caption
	case *Aside:
		return n.Title
	}
	return nil
}

// Anchor returns the anchor of a section, figure, table, equation, note or
// index term, or of any node with an ID: its ID where that is unique, else one that depends
// only on the chapter that the node stands in, so that it stays when other
// chapters change. It is a valid XML name without colon, and unique. It is ""
// for other nodes.
func (x *Index) Anchor(n Node) string {
	if !hashable(n) {
		return ""
	}
	return x.anchors[n]
}

// Path returns the path of a node that is a pointer, "" for others.
func (x *Index) Path(n Node) string {
	if !hashable(n) {
		return ""
	}
	return x.spots[n].path
}

// Chapter returns the chapter that a section, a note, or another node with an
// anchor stands in: the outermost section around it, or that is it, which is
// not a part. It is nil outside chapters.
func (x *Index) Chapter(n Node) *Section {
	if !hashable(n) {
		return nil
	}
	return x.spots[n].chapter
}

// Outline returns the section tree.
func (x *Index) Outline() []*OutlineEntry { return x.outline }

// Terms returns the words of the document's language.
func (x *Index) Terms() *Terms { return x.terms }

// hashable tells the nodes that are pointers, and so have an identity, from
// the slices and strings.
func hashable(n Node) bool { return n != nil && reflect.TypeOf(n).Kind() == reflect.Pointer }

// An indexer is an Index in the making.
type indexer struct {
	pulse
	*Index
	used    map[string]bool // anchors
	counts  map[counter]int
	restart bool
	marks   int
	noteNum int
	lastCh  *Section

	hasTerms bool
}

// A counter counts the nodes of a kind in a chapter or, for nil, in all.
type counter struct {
	kind    string
	chapter *Section
}

// ids1 takes the authors' IDs, paths and chapters: all that later numbers and
// generated anchors must know.
func (x *indexer) ids1(c *Cursor) {
	if !hashable(c.Node) {
		return
	}
	x.spots[c.Node] = spot{c.Path(), chapterOf(c)}
	switch n := c.Node.(type) {
	case *IndexTerm:
		x.hasTerms = true
	case *Section:
		if n.Role == RoleIndex && x.index == nil {
			x.index = n
		}
	}
	id := ID(c.Node)
	if id == "" {
		return
	}
	if _, ok := x.ids[id]; !ok {
		x.ids[id] = c.Node
		x.anchors[c.Node] = x.unique(xmlName(id))
	}
}

func chapterOf(c *Cursor) *Section {
	for _, p := range c.Parents {
		if s, ok := p.(*Section); ok && s.Role != RolePart {
			return s
		}
	}
	if s, ok := c.Node.(*Section); ok && s.Role != RolePart {
		return s
	}
	return nil
}

// ID returns the author's ID of a node, "" if it has none.
func ID(n Node) string {
	switch n := n.(type) {
	case *Section:
		return n.ID
	case *Paragraph:
		return n.ID
	case *List:
		return n.ID
	case *DefinitionList:
		return n.ID
	case *Quote:
		return n.ID
	case *Letter:
		return n.ID
	case *Verse:
		return n.ID
	case *CodeBlock:
		return n.ID
	case *Table:
		return n.ID
	case *Figure:
		return n.ID
	case *MathBlock:
		return n.ID
	case *Aside:
		return n.ID
	case *Division:
		return n.ID
	case *Note:
		return n.ID
	case *Span:
		return n.ID
	}
	return ""
}

// sections numbers a run of sibling sections. Chapters count on through parts,
// so that the sequence belongs to the nearest ancestor that is not a part.
func (x *indexer) sections(ss []*Section, seq *Section, prefix string, out *[]*OutlineEntry, depth int) {
	for _, s := range ss {
		if s == nil {
			continue
		}
		number, below := "", prefix
		if s.Numbered {
			switch s.Role {
			case RolePart:
				number = FormatNumber(x.next("part", seq), UpperRoman)
			case RoleAppendix:
				number = prefix + FormatNumber(x.next("appendix", seq), UpperAlpha)
			default:
				number = prefix + strconv.Itoa(x.next("section", seq))
			}
			x.numbers[s] = number
			if s.Role != RolePart {
				below = number + "."
			}
		}
		e := &OutlineEntry{Section: s, Number: number, Depth: depth}
		e.Title = x.outlineTitle(s, number)
		if x.anchors[s] == "" {
			x.anchors[s] = x.unique(xmlName(slug(e.Title)))
		}
		e.Anchor = x.anchors[s]
		*out = append(*out, e)
		child := s
		if s.Role == RolePart {
			child = seq
		}
		x.sections(s.Sections, child, below, &e.Children, depth+1)
	}
}

func (x *indexer) outlineTitle(s *Section, number string) string {
	if t := PlainText(s.Title); t != "" {
		return t
	}
	if t := x.terms.RoleNames[s.Role]; t != "" {
		return t
	}
	if number != "" {
		return number
	}
	return "* * *"
}

func (x *indexer) next(kind string, ch *Section) int {
	x.counts[counter{kind, ch}]++
	return x.counts[counter{kind, ch}]
}

// node numbers what is numbered in reading order and gives it an anchor.
func (x *indexer) node(c *Cursor) {
	switch n := c.Node.(type) {
	case *Note:
		x.note(n, c)
	case *Figure:
		if len(n.Caption) > 0 && !n.Unnumbered {
			x.numbers[n] = strconv.Itoa(x.next("figures", nil))
		}
		x.anchor(n, "fig")
	case *Table:
		if len(n.Caption) > 0 && !n.Unnumbered {
			x.numbers[n] = strconv.Itoa(x.next("tables", nil))
		}
		x.anchor(n, "tab")
	case *MathBlock:
		if n.Numbered {
			x.numbers[n] = strconv.Itoa(x.next("equations", nil))
		}
		x.anchor(n, "eq")
	}
}

// creditMarks are the marks of notes outside the numbers, in their customary
// order (Chicago Manual of Style, 17th ed., 3.79).
var creditMarks = []string{"*", "†", "‡", "§", "‖", "¶"}

func (x *indexer) note(n *Note, c *Cursor) {
	if x.byNote[n] != nil {
		return
	}
	at := x.spots[n]
	e := &NoteEntry{Note: n, Label: n.Mark, Chapter: at.chapter, Path: at.path}
	e.Credit = strings.HasPrefix(e.Path, "meta.credits[") || strings.HasPrefix(e.Path, "meta.contributors[") ||
		strings.HasPrefix(e.Path, "meta.title[") || strings.HasPrefix(e.Path, "meta.subtitle[")
	switch {
	case n.Mark != "":
	case e.Credit:
		e.Label = strings.Repeat(creditMarks[x.marks%len(creditMarks)], 1+x.marks/len(creditMarks))
	default:
		if x.restart && e.Chapter != x.lastCh {
			x.noteNum = 0
		}
		x.lastCh = e.Chapter
		x.noteNum++
		e.Auto, e.Label = true, strconv.Itoa(x.noteNum)
	}
	if e.Credit {
		x.marks++
	}
	x.anchor(n, "note")
	e.Anchor = x.anchors[n]
	x.used[e.Anchor+"-call"] = true
	x.notes = append(x.notes, e)
	x.byNote[n] = e
}

// anchor gives n an anchor made of its chapter's and its place among its kind
// there, if its author gave it none.
func (x *indexer) anchor(n Node, kind string) {
	ch := x.spots[n].chapter
	k := x.next("anchor-"+kind, ch)
	if x.anchors[n] != "" {
		return
	}
	a := kind + strconv.Itoa(k)
	if ch != nil {
		a = x.anchors[ch] + "-" + a
	}
	x.anchors[n] = x.unique(a)
}

func (x *indexer) unique(a string) string {
	u := a
	for i := 2; x.used[u]; i++ {
		u = a + "-" + strconv.Itoa(i)
	}
	x.used[u] = true
	return u
}

// slug keeps the letters and digits of s, in lower case, with hyphens between
// words, 40 bytes of it or a little more.
func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() >= 40:
			return strings.TrimSuffix(b.String(), "-")
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-") && r != '’' && r != '\'':
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}

// xmlName makes s a valid XML name without colon (NCName): other characters
// become hyphens, and a name that would start with one, or with a digit, gets
// a letter before it.
func xmlName(s string) string {
	var b strings.Builder
	for _, r := range s {
		ok := unicode.IsLetter(r) || r == '_' || unicode.IsDigit(r) || r == '-' || r == '.' || unicode.Is(unicode.Mn, r)
		if !ok {
			r = '-'
		}
		if b.Len() == 0 && !unicode.IsLetter(r) && r != '_' {
			b.WriteString("x-")
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "x"
	}
	return b.String()
}

package doc

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

func (c *checker) inline(n Inline) {
	switch n := n.(type) {
	case *Link:
		c.link(n)
		c.unlinked()
	case *CrossRef:
		c.crossRef(n)
		c.unlinked()
	case *Image:
		c.image(n)
	case *Note:
		c.note(n)
	case *NoteRef:
		if t, ok := c.nodes[n.To]; !ok {
			c.here("a call of the note %q, which there is not", n.To)
		} else if _, ok := t.(*Note); !ok {
			c.here("a note is called by %q, which is a %s", n.To, NodeName(t))
		}
	case *Math:
		if n.TeX == "" {
			c.here("a formula without TeX")
		}
	case *Span:
		c.lang(n.Lang)
		c.dir(n.Dir)
	case *Ruby:
		if len(n.Base) == 0 || n.Text == "" {
			c.here("ruby without a base or without a reading")
		}
	case *IndexTerm:
		c.indexTerm(n)
	}
}

func (c *checker) link(n *Link) {
	id, internal := strings.CutPrefix(n.URL, "#")
	switch {
	case n.URL == "" || n.URL == "#":
		c.here("a link that leads nowhere")
	case internal:
		if _, ok := c.ids[id]; !ok {
			c.here("a link to %q, which no node has as its id", id)
		}
		if len(n.Content) == 0 {
			c.here("a link within the document without text; a cross-reference finds its own")
		}
	default:
		c.url(n.URL)
	}
}

// unlinked warns of a link or a reference within a link, which leads where the
// one around it does: HTML knows none in another (4.5.1).
func (c *checker) unlinked() {
	for i := len(c.cur.Parents) - 1; i >= 0; i-- {
		switch c.cur.Parents[i].(type) {
		case *Note:
			return
		case *Link:
			c.warnHere("a link within a link: its words are set, and lead where the link around them does")
			return
		}
	}
}

// url refuses a URL that would run a program, or that no URL can be.
func (c *checker) url(s string) {
	u, err := url.Parse(s)
	switch {
	case err != nil:
		c.here("the URL %.80q: %v", s, err.(*url.Error).Err)
	case slices.Contains([]string{"javascript", "vbscript", "data", "file"}, strings.ToLower(u.Scheme)):
		c.here("a link of the scheme %q leads out of the document unsafely", u.Scheme)
	case u.Scheme == "" && u.Host == "":
		c.warnHere("the link %.80q is relative: it leads to nothing beside an edition", s)
	}
}

func (c *checker) crossRef(n *CrossRef) {
	t, ok := c.nodes[n.To]
	if !ok {
		c.here("a reference to %q, which no node has as its id", n.To)
		return
	}
	switch n.Form {
	case RefLabel, RefNumber:
		if !numbered(t) {
			c.here("a reference to the number of %q, a %s that has none", n.To, NodeName(t))
		}
	case RefTitle:
		if PlainText((&Index{}).Title(t)) == "" {
			c.here("a reference to the title of %q, a %s that has none", n.To, NodeName(t))
		}
	case RefPage:
	default:
		c.here("%q is no form of reference", n.Form)
	}
}

// numbered reports whether the index gives a node a number.
func numbered(n Node) bool {
	switch n := n.(type) {
	case *Section:
		return n.Numbered
	case *Figure:
		return len(n.Caption) > 0 && !n.Unnumbered
	case *Table:
		return len(n.Caption) > 0 && !n.Unnumbered
	case *MathBlock:
		return n.Numbered
	case *Note:
		return true
	}
	return false
}

// opens tries to open a file. A file system that does not answer is left behind
// when the context is done.
func (c *checker) opens(name string) error {
	done := make(chan error, 1)
	files := c.d.Files
	go func() {
		f, err := files.Open(name)
		if err == nil {
			f.Close()
		}
		done <- err
	}()
	select {
	case <-c.ctx.Done():
		c.over = c.ctx.Err()
		return nil
	case err := <-done:
		return err
	}
}

func (c *checker) image(n *Image) {
	src := n.Src
	switch {
	case src == "":
		c.here("an image without a source")
		return
	case strings.Contains(src, "://") || strings.HasPrefix(src, "data:"):
		c.here("the image %.80q is not among the document's files: nothing is fetched", src)
		return
	case strings.Contains(src, `\`) || path.IsAbs(src) || src != path.Clean(src) || src == ".." || strings.HasPrefix(src, "../"):
		c.here("the image path %q leaves the document's files", src)
		return
	}
	if c.d.Files == nil {
		c.here("the image %q: the document has no files", src)
	} else if err := c.opens(src); err != nil {
		c.here("the image %q cannot be read: %v", src, err)
		c.faults[len(c.faults)-1].Err = err
	}
	if n.Alt == "" && !n.Decorative {
		c.warnHere("the image %q has no alternative text and is not decorative", src)
	}
	if !(n.Width >= 0 && n.Width <= 1) { // nor not a number
		c.here("the width %g of an image is not between 0 and 1", n.Width)
	}
}

func (c *checker) note(n *Note) {
	at := c.cur.Path()
	for _, p := range c.cur.Parents {
		if _, ok := p.(*Note); ok {
			c.here("a note within a note")
		}
	}
	for _, no := range []string{".shortTitle[", "meta.disclaimer[", "meta.citation["} {
		if strings.Contains(at, no) || strings.HasPrefix(at, no) {
			c.here("a note in matter that has no place for one")
		}
	}
	if len(n.Content) == 0 {
		c.warnHere("a note without text")
	}
	if !known(n.Kind) {
		c.here("%q is no kind of note", n.Kind)
	}
	if n.Mark != "" && strings.Trim(n.Mark, "0123456789") == "" {
		c.warnHere("the mark %q of a note looks like a number of the sequence", n.Mark)
	}
}

// An indexRange is a range that has been opened.
type indexRange struct{ entry, path string }

func (c *checker) indexTerm(n *IndexTerm) {
	if len(n.Entry) == 0 || slices.Contains(n.Entry, "") {
		c.here("an index term without an entry")
	}
	entry := strings.Join(n.Entry, "!")
	switch n.Range {
	case IndexPoint:
	case IndexStart:
		c.open = append(c.open, indexRange{entry, c.cur.Path()})
	case IndexEnd:
		i := slices.IndexFunc(c.open, func(r indexRange) bool { return r.entry == entry })
		if i < 0 {
			c.here("the end of the index range %q, which has not begun", entry)
			return
		}
		c.open = slices.Delete(c.open, i, i+1)
	default:
		c.here("%q is no range of an index term", n.Range)
	}
}

// ranges reports the index ranges that do not end.
func (c *checker) ranges() {
	for _, r := range c.open {
		c.fault(r.path, "the index range %q does not end", r.entry)
	}
}

// Package letter makes a letter of blocks of which a source tells some to be its
// parts.
package letter

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
)

// parts are the names of a letter's parts, as a source has them, in the order
// in which they stand. Its text has none.
var parts = []string{"dateline", "address", "salutation", "", "closing", "signature", "postscript"}

// text is the place of the text among the parts.
const text = 3

// IsPart reports whether a name is that of a part which is a line or more.
func IsPart(name string) bool {
	return name != "" && name != Postscript && slices.Contains(parts, name)
}

// Postscript is the name of what follows the signature.
const Postscript = "postscript"

// A Builder takes the parts of a letter in turn.
type Builder struct {
	Letter doc.Letter
	at     int // the part that the last one taken is, in parts
}

// Part takes a part that is lines; a second one of a name is further lines of
// it. It reports whether it did: what is out of its order is none.
func (b *Builder) Part(name string, ns doc.Inlines) bool {
	at := slices.Index(parts, name)
	if at < b.at || !IsPart(name) {
		return false
	}
	b.at = at
	l := &b.Letter
	to := map[string]*doc.Inlines{"dateline": &l.Dateline, "address": &l.Address, "salutation": &l.Salutation,
		"closing": &l.Closing, "signature": &l.Signature}[name]
	if len(*to) > 0 {
		*to = append(*to, doc.LineBreak{})
	}
	*to = append(*to, ns...)
	return true
}

// Blocks takes blocks that are no such part: the letter's text or, behind its
// closing or signature, the postscript.
func (b *Builder) Blocks(bs ...doc.Block) {
	if len(bs) == 0 {
		return
	}
	if b.at > text {
		b.Postscript(bs...)
		return
	}
	b.at = text
	b.Letter.Content = append(b.Letter.Content, bs...)
}

// Postscript takes blocks that are told to be the postscript.
func (b *Builder) Postscript(bs ...doc.Block) {
	b.at = len(parts) - 1
	b.Letter.Postscript = append(b.Letter.Postscript, bs...)
}

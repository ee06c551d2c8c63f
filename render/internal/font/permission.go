package font

import (
	"errors"
	"fmt"
)

// Bits of fsType (OpenType, OS/2 table): what the face's licence lets be
// embedded.
const (
	usage        = 0x000F // one of the permissions; 0 is installable
	restricted   = 0x0002
	noSubsetting = 0x0100
	bitmapOnly   = 0x0200
)

// ErrRestricted is returned for a face whose licence forbids embedding its
// outlines.
var ErrRestricted = errors.New("the face's licence forbids embedding it")

// permit reads what may be done with the face. A restricted one is refused
// only if no weaker permission is given besides: of several the least
// restrictive holds.
func (f *Face) permit(fsType uint16) error {
	switch {
	case fsType&usage == restricted:
		return fmt.Errorf("%s: %w (OS/2 fsType %#04x: restricted)", f.postScript, ErrRestricted, fsType)
	case fsType&bitmapOnly != 0:
		return fmt.Errorf("%s: %w (OS/2 fsType %#04x: bitmaps alone)", f.postScript, ErrRestricted, fsType)
	}
	f.whole = fsType&noSubsetting != 0
	return nil
}

// all is every glyph of the face but .notdef, which each program has.
func (f *Face) all() []GlyphID {
	var out []GlyphID
	for g := 1; g < f.tables.NumGlyphs(); g++ {
		out = append(out, GlyphID(g))
	}
	return out
}

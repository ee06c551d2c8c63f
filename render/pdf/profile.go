package pdf

import (
	"errors"
	"fmt"
	"slices"

	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// A Profile is the set of standards that a print edition conforms to.
type Profile uint8

const (
	// UA1 is PDF/UA-1 and PDF/A-2a in one file: for readers of every kind, and
	// to keep. With its source inside it is PDF/UA-1 and PDF/A-3a. It is the
	// default.
	UA1 Profile = iota
	// UA2 is PDF/UA-2 and PDF/A-4, of PDF 2.0, for readers that know them. With
	// its source or MathML inside it is PDF/UA-2 and PDF/A-4f.
	UA2
	// X4 is PDF/X-4, for a press: pages with bleed and marks, text in black
	// alone, images in sRGB. It has no tags and no links.
	X4
	// X1a is PDF/X-1a:2003, for an older press: as X4, but with nothing
	// transparent, and all images and drawings in gray, by their luminance. Each
	// that had colours is reported.
	X1a
	// PlainPDF is PDF 1.7 with links and an outline, and no tags. It claims
	// nothing.
	PlainPDF
)

var profileNames = []string{UA1: "ua1", UA2: "ua2", X4: "x4", X1a: "x1a", PlainPDF: "plain"}

// String returns the profile's name, as ParseProfile takes it.
func (p Profile) String() string {
	if int(p) < len(profileNames) {
		return profileNames[p]
	}
	return fmt.Sprintf("profile %d", p)
}

// ParseProfile returns the profile of a name: ua1, ua2, x4, x1a or plain.
func ParseProfile(name string) (Profile, error) {
	i := slices.Index(profileNames, name)
	if i < 0 {
		return 0, fmt.Errorf("%q is no profile: want ua1, ua2, x4, x1a or plain", name)
	}
	return Profile(i), nil
}

// MarshalText writes the form of String.
func (p Profile) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what ParseProfile takes; so flag.TextVar does.
func (p *Profile) UnmarshalText(b []byte) (err error) {
	*p, err = ParseProfile(string(b))
	return err
}

// file is the profile for the file's finish.
func (p Profile) file() pdffile.Profile {
	return [...]pdffile.Profile{UA1: pdffile.Accessible, UA2: pdffile.Accessible2, X4: pdffile.PressX4, X1a: pdffile.PressX1a, PlainPDF: pdffile.Plain}[p]
}

// Press is what a press file needs besides: the zero value for other profiles.
type Press struct {
	// ICC is the profile of the printing condition, as the printer gives it: of
	// an output device, in CMYK; for X4 also in gray or RGB.
	ICC []byte
	// Bleed is how far the sheet is printed beyond the page; 0 is 3 mm.
	Bleed Length
}

// bleed is the bleed in effect.
func (p *Press) bleed() Length {
	if p.Bleed == 0 {
		return 3 * Mm
	}
	return p.Bleed
}

// Check returns what is wrong with the settings: measures that cannot be, or
// settings that do not go together. Render begins with it.
func (r Renderer) Check() error {
	st := r.style()
	return errors.Join(st.Check(), r.conformance())
}

// conformance finds settings of the profile that do not go together.
func (r *Renderer) conformance() error {
	if int(r.Profile) >= len(profileNames) {
		return fmt.Errorf("%v is not known", r.Profile)
	}
	press := r.Profile.file().Press()
	switch {
	case press && len(r.Press.ICC) == 0:
		return fmt.Errorf("profile %v needs the ICC profile of the printing condition", r.Profile)
	case press:
		if err := pdffile.CheckICC(r.Profile.file(), r.Press.ICC); err != nil {
			return fmt.Errorf("profile %v: %w", r.Profile, err)
		}
		if r.Press.Bleed < 0 || r.Press.Bleed > 25*Mm {
			return errors.New("the bleed is not between 0 and 25 mm")
		}
	case len(r.Press.ICC) > 0:
		return fmt.Errorf("an ICC profile is for a press: profile %v takes none", r.Profile)
	}
	if r.Source && !r.Profile.file().Tagged() {
		return fmt.Errorf("profile %v cannot carry its source", r.Profile)
	}
	return nil
}

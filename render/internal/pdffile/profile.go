package pdffile

import "fmt"

// A Profile is the set of standards that a file is to conform to.
type Profile uint8

const (
	// Accessible is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one
	// file of PDF 1.7; with attachments PDF/A-3a (ISO 19005-3).
	Accessible Profile = iota
	// Accessible2 is PDF/UA-2 (ISO 14289-2) and PDF/A-4 (ISO 19005-4) in one
	// file of PDF 2.0; with attachments PDF/A-4f.
	Accessible2
	// PressX4 is PDF/X-4 (ISO 15930-7): for a press, in colour, transparency
	// live.
	PressX4
	// PressX1a is PDF/X-1a:2003 (ISO 15930-4): for an older press, in gray.
	PressX1a
	// Plain is PDF 1.7 without tags, that claims nothing.
	Plain
)

// Tagged reports whether a file of the profile has a structure tree. The
// content of one that has none holds no identifiers.
func (p Profile) Tagged() bool { return p == Accessible || p == Accessible2 }

// Press reports whether a file of the profile is for a press.
func (p Profile) Press() bool { return p == PressX4 || p == PressX1a }

// A profile is what of a file's form follows from the standards that it
// claims. Phases ask it and never name a standard; a new one is a new value
// here, and a new field where the standards part ways.
type profile struct {
	version     string // of the header
	part        int    // of PDF/A, 0 is none
	conformance string // of PDF/A
	revision    int    // of PDF/A, the year, 0 is none
	ua          int    // part of PDF/UA, 0 is none
	uaRevision  int
	press       string // of PDF/X: its version's name
	intent      string // subtype of the output intent, "" is none
	tagged      bool
	pdf2        bool // structure, destinations and metadata as PDF 2.0 has them
	links       bool // annotations are allowed
	packed      bool // objects may stand in object streams
}

// profile is what a profile asks of a file, with attachments or without.
func (p Profile) profile(attached bool) (profile, error) {
	switch p {
	case Accessible:
		q := profile{version: "1.7", part: 2, conformance: "A", ua: 1, intent: "GTS_PDFA1", tagged: true, links: true, packed: true}
		if attached {
			q.part = 3
		}
		return q, nil
	case Accessible2:
		q := profile{version: "2.0", part: 4, revision: 2020, ua: 2, uaRevision: 2024, intent: "GTS_PDFA1",
			tagged: true, pdf2: true, links: true, packed: true}
		if attached {
			q.conformance = "F"
		}
		return q, nil
	case PressX4:
		return profile{version: "1.6", press: "PDF/X-4", intent: "GTS_PDFX", packed: true}, nil
	case PressX1a:
		return profile{version: "1.4", press: "PDF/X-1a:2003", intent: "GTS_PDFX"}, nil
	case Plain:
		return profile{version: "1.7", links: true, packed: true}, nil
	}
	return profile{}, fmt.Errorf("profile %d is not known", p)
}

package pdffile

// A profile is the set of standards that a file claims, and what of its form
// follows from them. Phases ask the profile and never name a standard; a new
// one is a new value here, and a new field where the standards part ways.
type profile struct {
	version     string // of the header
	part        int    // of PDF/A
	conformance string // of PDF/A
	ua          int    // part of PDF/UA
	intent      string // subtype of the output intent
}

// accessibleArchive is PDF/UA-1 and PDF/A-2a in one file.
func accessibleArchive() profile {
	return profile{version: "1.7", part: 2, conformance: "A", ua: 1, intent: "GTS_PDFA1"}
}

package font

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
)

// A Run is a stretch of text in one face and script.
type Run struct {
	Start, End int // bytes
	Face       *Face
	Script     language.Script
	Missing    []int // bytes at which characters begin that no face has
}

// Itemize cuts text where its face or script changes. The faces of the chain
// are asked in order for each character, then whether they have its canonical
// parts; marks, and characters without a script, stay with what stands before
// them where its face has them. A word that is not Latin comes from one face
// where one has all of it.
func Itemize(text string, chain []*Face) []Run {
	if run, ok := simple(text, chain[0]); ok {
		return []Run{run}
	}
	if f := whole(text, chain); f != nil {
		chain = append([]*Face{f}, chain...)
	}
	var runs []Run
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		script := language.LookupScript(r)
		common := script == language.Common || script == language.Inherited || script == language.Unknown
		if n := len(runs); n > 0 && joins(&runs[n-1], r, script, common, chain) {
			runs[n-1].End = end
			if !common {
				runs[n-1].Script = script
			}
			continue
		}
		face, ok := faceFor(r, chain)
		run := Run{Start: i, End: end, Face: face, Script: script}
		if !ok {
			run.Missing = []int{i}
		}
		runs = append(runs, run)
	}
	return runs
}

// simple is the run of a text of Latin letters and common marks that the first
// face has, most of what there is.
func simple(text string, f *Face) (Run, bool) {
	f.ready()
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if !f.latin[c] {
				return Run{}, false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !(r >= 0xC0 && r < 0x250 || r >= 0x2010 && r <= 0x2026) || !f.Has(r) {
			return Run{}, false
		}
		i += n
	}
	return Run{End: len(text), Face: f, Script: language.Latin}, true
}

// whole is the first face that has all of a word of one script, where the word
// is not Latin: its letters with accents and those without, which may be in
// more faces, then come from one. It is nil if there is no such face.
func whole(text string, chain []*Face) *Face {
	var of language.Script
	for _, r := range text {
		s := language.LookupScript(r)
		if s == language.Common || s == language.Inherited || s == language.Unknown {
			continue
		}
		if s == language.Latin || of != 0 && s != of {
			return nil
		}
		of = s
	}
	for _, f := range chain {
		if of != 0 && !strings.ContainsFunc(text, func(r rune) bool { return !ignorable(r) && !f.Has(r) }) {
			return f
		}
	}
	return nil
}

// joins reports whether a character goes with the run before it.
func joins(run *Run, r rune, script language.Script, common bool, chain []*Face) bool {
	if ignorable(r) {
		return true
	}
	if run.Missing != nil || !run.Face.Sets(r) {
		return false
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || common {
		return true
	}
	if run.Script != script && run.Script != language.Common {
		return false
	}
	face, _ := faceFor(r, chain)
	return face == run.Face
}

func faceFor(r rune, chain []*Face) (*Face, bool) {
	for _, has := range []func(*Face) bool{func(f *Face) bool { return f.Has(r) }, func(f *Face) bool { return f.Sets(r) }} {
		if i := slices.IndexFunc(chain, has); i >= 0 {
			return chain[i], true
		}
	}
	return chain[0], ignorable(r)
}

// Joins reports whether the letters of a script are joined to their neighbours,
// so that a part of a word must be shaped with what stands beside it, and
// letters cannot be spaced (Unicode, ArabicShaping.txt).
func Joins(s language.Script) bool {
	switch s {
	case language.Arabic, language.Syriac, language.Nko, language.Mongolian, language.Mandaic, language.Manichaean,
		language.Phags_Pa, language.Psalter_Pahlavi, language.Adlam, language.Hanifi_Rohingya, language.Sogdian:
		return true
	}
	return false
}

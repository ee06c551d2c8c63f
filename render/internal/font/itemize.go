package font

import (
	"slices"
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
// are asked in order for each character; marks, and characters without a
// script, stay with what stands before them where its face has them.
func Itemize(text string, chain []*Face) []Run {
	if run, ok := simple(text, chain[0]); ok {
		return []Run{run}
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

// joins reports whether a character goes with the run before it.
func joins(run *Run, r rune, script language.Script, common bool, chain []*Face) bool {
	if ignorable(r) {
		return true
	}
	if run.Missing != nil || !run.Face.Has(r) {
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
	if i := slices.IndexFunc(chain, func(f *Face) bool { return f.Has(r) }); i >= 0 {
		return chain[i], true
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

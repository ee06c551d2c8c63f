package tex

import (
	"strings"
	"unicode/utf8"
)

// superForms and subForms are the characters that Unicode has as scripts, each
// before its form: those that the common text faces draw. Letters that only
// phonetic faces have, and capitals with gaps in their row, stand behind a mark.
var (
	superForms = forms("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾" +
		"aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻTᵀ")
	subForms = forms("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎" +
		"aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨχᵪ")
	formed = set(superForms) + set(subForms)
)

// forms reads pairs of a character and its form.
func forms(pairs string) map[rune]rune {
	out := map[rune]rune{}
	var of rune
	for i, r := range []rune(pairs) {
		if i%2 == 0 {
			of = r
		} else {
			out[of] = r
		}
	}
	return out
}

// set is the forms of a table as one string.
func set(table map[rune]rune) string {
	var b strings.Builder
	for _, form := range table { // in any order: it is only searched
		b.WriteRune(form)
	}
	return b.String()
}

// scripted writes what stands below and above a base.
func scripted(base string, sub, super Node, primes int) string {
	s := base
	if t := inLine(asList(sub), true); t != "" {
		s += script(t, "_", subForms)
	}
	upper := asList(super)
	for range primes {
		s += "′"
	}
	if primes <= len(upper) {
		upper = upper[primes:]
	}
	switch t := inLine(upper, true); {
	case t == "":
	case strings.Trim(t, "′‵∗†‡") == "" || t == "°":
		s += strings.ReplaceAll(t, "∗", "*")
	default:
		s += script(t, "^", superForms)
	}
	return s
}

// script writes a script in Unicode's forms, where it has them all, else
// behind a mark: a script half raised would be read as two.
func script(t, mark string, table map[rune]rune) string {
	if raised, ok := inForms(t, table); ok {
		return raised
	}
	if utf8.RuneCountInString(t) == 1 {
		return mark + t
	}
	return mark + "{" + t + "}"
}

func inForms(t string, table map[rune]rune) (string, bool) {
	var b strings.Builder
	for _, r := range t {
		form, ok := table[r]
		if !ok {
			return "", false
		}
		b.WriteRune(form)
	}
	return b.String(), true
}

// Package syntax parts program text into keywords, comments, strings and the
// rest, for editions that tell them apart by weight and slope. It knows the
// lexical habits of some sixty languages, not their grammars: what it cannot
// tell stays plain, and no character is added or lost.
package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is.
type Kind uint8

const (
	Plain   Kind = iota
	Keyword      // also a key of a data file, an element's name, an added line
	Comment      // also a removed line
	String
)

// A Token is a piece of a line.
type Token struct {
	Kind Kind
	Text string
}

// Lines parts the lines of a text in a language, which is named as in
// Markdown's code blocks ("go", "python", "sh"). The tokens of a line joined
// are the line. An unknown language has plain lines.
func Lines(name string, lines []string) [][]Token {
	l := languages()[strings.ToLower(strings.TrimPrefix(name, "language-"))]
	s := &scanner{language: l}
	out := make([][]Token, len(lines))
	for i, line := range lines {
		s.line, s.at, s.tokens = line, 0, nil
		switch {
		case l == nil:
			s.emit(Plain, len(line))
		case l.byLine != nil:
			s.emit(l.byLine(line), len(line))
		default:
			s.scan()
		}
		out[i] = s.tokens
	}
	return out
}

// A scanner is in the middle of a text.
type scanner struct {
	*language
	line   string
	at     int // up to here the line is done
	tokens []Token
	until  string // what ends the comment or string that is open over lines
	kind   Kind   // of it
}

// emit makes a token of the next n bytes, or lengthens the last one.
func (s *scanner) emit(k Kind, n int) {
	if n == 0 {
		return
	}
	text := s.line[s.at : s.at+n]
	s.at += n
	if len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].Kind == k {
		s.tokens[len(s.tokens)-1].Text += text
		return
	}
	s.tokens = append(s.tokens, Token{k, text})
}

func (s *scanner) scan() {
	if s.key != nil && s.until == "" {
		s.keys()
	}
	for s.at < len(s.line) {
		rest := s.line[s.at:]
		switch {
		case s.until != "":
			s.goOn(rest)
		case s.comment(rest) || s.text(rest) || s.tag(rest):
		case isWordStart(rest):
			s.word(rest)
		default:
			_, n := utf8.DecodeRuneInString(rest)
			s.emit(Plain, n)
		}
	}
}

// goOn goes on with what is open, to its end if that is on the line.
func (s *scanner) goOn(rest string) {
	i := strings.Index(rest, s.until)
	if i < 0 {
		s.emit(s.kind, len(rest))
		return
	}
	s.emit(s.kind, i+len(s.until))
	s.until = ""
}

// comment reads a comment.
func (s *scanner) comment(rest string) bool {
	for _, b := range s.blocks {
		if strings.HasPrefix(rest, b[0]) {
			s.emit(Comment, len(b[0]))
			s.until, s.kind = b[1], Comment
			return true
		}
	}
	for _, c := range s.comments {
		if !strings.HasPrefix(rest, c) {
			continue
		}
		// A # within a word is none in the languages that quote little.
		if c == "#" && s.at > 0 && s.line[s.at-1] != ' ' && s.line[s.at-1] != '\t' {
			continue
		}
		s.emit(Comment, len(rest))
		return true
	}
	return false
}

// text reads a string: one over lines if the language has such, else one that
// ends on its line; a mark that does not is no string.
func (s *scanner) text(rest string) bool {
	for _, q := range s.long {
		if strings.HasPrefix(rest, q) {
			s.emit(String, len(q))
			s.until, s.kind = q, String
			return true
		}
	}
	for _, q := range s.quotes {
		if rest[0] != byte(q) {
			continue
		}
		for i := 1; i < len(rest); i++ {
			switch rest[i] {
			case '\\':
				i++
			case byte(q):
				s.emit(String, i+1)
				return true
			}
		}
	}
	return false
}

// tag reads the start of an element in markup: its name counts as a keyword.
func (s *scanner) tag(rest string) bool {
	if !s.markup || rest[0] != '<' {
		return false
	}
	s.emit(Plain, 1)
	if strings.HasPrefix(rest[1:], "/") || strings.HasPrefix(rest[1:], "?") || strings.HasPrefix(rest[1:], "!") {
		s.emit(Plain, 1)
	}
	name := strings.IndexFunc(s.line[s.at:], func(r rune) bool { return !isWord(r) && r != '-' && r != ':' && r != '.' })
	if name < 0 {
		name = len(s.line) - s.at
	}
	s.emit(Keyword, name)
	return true
}

// keys reads the key at the start of a line of a data file.
func (s *scanner) keys() {
	if n := s.key(s.line); n > 0 {
		lead := len(s.line) - len(strings.TrimLeft(s.line, " \t-"))
		lead = min(lead, n)
		s.emit(Plain, lead)
		s.emit(Keyword, n-lead)
	}
}

func (s *scanner) word(rest string) {
	n := strings.IndexFunc(rest, func(r rune) bool { return !isWord(r) })
	if n < 0 {
		n = len(rest)
	}
	w := rest[:n]
	if s.fold {
		w = strings.ToLower(w)
	}
	// A name behind a point or a sigil is no keyword.
	if s.keywords[w] && !(s.at > 0 && strings.IndexByte(".$@", s.line[s.at-1]) >= 0) {
		s.emit(Keyword, n)
	} else {
		s.emit(Plain, n)
	}
}

func isWordStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWord(r)
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

package tex

import (
	"strconv"
	"strings"
)

// commands are the control sequences with arguments of their own.
var commands map[string]func(p *parser, t token) Node

func init() { // they call the parser, which reads them
	commands = map[string]func(p *parser, t token) Node{
		"frac":   fraction(Fraction{}),
		"dfrac":  fraction(Fraction{Style: DisplayStyle}),
		"tfrac":  fraction(Fraction{Style: TextStyle}),
		"cfrac":  fraction(Fraction{Style: DisplayStyle}),
		"binom":  fraction(Fraction{NoRule: true, Left: '(', Right: ')'}),
		"dbinom": fraction(Fraction{NoRule: true, Left: '(', Right: ')', Style: DisplayStyle}),
		"tbinom": fraction(Fraction{NoRule: true, Left: '(', Right: ')', Style: TextStyle}),
		"sqrt":   (*parser).root,

		"overline":  bar(Bar{}),
		"underline": bar(Bar{Under: true}),
		"boxed":     bar(Bar{Boxed: true}),
		"fbox":      bar(Bar{Boxed: true}),

		"overset":  stack(func(s *Stack, a, b Node) { s.Over, s.Base = a, b }),
		"underset": stack(func(s *Stack, a, b Node) { s.Under, s.Base = a, b }),
		"stackrel": stack(func(s *Stack, a, b Node) { s.Over, s.Base, s.Class = a, b, Rel }),

		"left":         (*parser).fenced,
		"begin":        (*parser).environment,
		"substack":     (*parser).substack,
		"operatorname": (*parser).operator,
		"not":          (*parser).negated,
		"mod":          (*parser).modulo,
		"pmod":         (*parser).modulo,
		"pod":          (*parser).modulo,
		"bmod":         func(p *parser, t token) Node { return &Group{Body: List{&Function{Name: "mod"}}, Class: Bin} },

		"phantom":   phantom(Phantom{}),
		"hphantom":  phantom(Phantom{NoHeight: true}),
		"vphantom":  phantom(Phantom{NoWidth: true}),
		"smash":     phantom(Phantom{NoHeight: true, Show: true}),
		"mathllap":  phantom(Phantom{NoWidth: true, Show: true, Shift: Left}),
		"mathrlap":  phantom(Phantom{NoWidth: true, Show: true, Shift: Right}),
		"mathclap":  phantom(Phantom{NoWidth: true, Show: true}),
		"mathstrut": func(p *parser, t token) Node { return &Phantom{Body: symbolOf('('), NoWidth: true} },
		"strut":     func(p *parser, t token) Node { return &Phantom{Body: symbolOf('('), NoWidth: true} },

		"hspace": (*parser).hspace,
		"mspace": (*parser).hspace,
		"kern":   (*parser).kern,
		"mkern":  (*parser).kern,
		"mskip":  (*parser).kern,
		"hskip":  (*parser).kern,

		"tag":       (*parser).tagged,
		"label":     (*parser).ignored,
		"color":     (*parser).ignored,
		"textcolor": (*parser).coloured,
		"colorbox":  (*parser).coloured,

		"ensuremath": func(p *parser, t token) Node { return &Group{Body: asList(p.argument())} },
	}
	for _, name := range []string{"nonumber", "notag", "allowbreak", "nobreak", "displaybreak", "hfill", "hfil", "relax", "limits", "nolimits",
		"boldmath", "unboldmath", "protect", "noindent", "leavevmode", "null", "/"} {
		commands[name] = func(*parser, token) Node { return nil } // they set nothing
	}
}

func fraction(f Fraction) func(p *parser, t token) Node {
	return func(p *parser, t token) Node {
		out := f
		if t.text == "cfrac" {
			p.option()
		}
		out.Num = p.argument()
		out.Den = p.argument()
		return &out
	}
}

func (p *parser) root(token) Node {
	r := &Root{}
	if p.peek().is("[") {
		p.take()
		r.Index = p.bracketed()
	}
	r.Radicand = p.argument()
	return r
}

func bar(b Bar) func(p *parser, t token) Node {
	return func(p *parser, t token) Node {
		out := b
		out.Body = p.argument()
		return &out
	}
}

// stack reads two arguments. The whole is of the class of its base; an arrow
// with something over or under it grows as wide.
func stack(set func(s *Stack, a, b Node)) func(p *parser, t token) Node {
	return func(p *parser, t token) Node {
		s := &Stack{}
		a := p.argument()
		set(s, a, p.argument())
		if s.Class == Ord {
			s.Class = classOf(s.Base)
		}
		s.flatten()
		if y, ok := s.Base.(*Symbol); ok && horizontal[y.Rune] {
			s.Stretch = true
		}
		return s
	}
}

// flatten makes one stack of a stack on a stack, as \underset{b}{\overset{a}{=}}
// writes it, where each has one side.
func (s *Stack) flatten() {
	in, ok := s.Base.(*Stack)
	if !ok || s.Over != nil && in.Over != nil || s.Under != nil && in.Under != nil {
		return
	}
	if s.Over == nil {
		s.Over = in.Over
	}
	if s.Under == nil {
		s.Under = in.Under
	}
	s.Base = in.Base
}

// horizontal are the arrows that grow.
var horizontal = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range "←→↔⇐⇒⇔⟵⟶⟷⟸⟹⟺↦⟼↩↪↼↽⇀⇁⇋⇌" {
		m[r] = true
	}
	return m
}()

// classOf is the class of a part among others.
func classOf(n Node) Class {
	switch n := n.(type) {
	case List:
		if len(n) == 1 {
			return classOf(n[0])
		}
	case *Symbol:
		return n.Class
	case *Function:
		return Op
	case *Scripts:
		if n.Base != nil {
			return classOf(n.Base)
		}
	case *Fraction:
		return Inner
	case *Fenced:
		return Inner
	case *Delimiter:
		return n.Class
	case *Stack:
		return n.Class
	case *Group:
		return n.Class
	case *Phantom:
		return classOf(n.Body)
	}
	return Ord
}

// ClassOf is the class of a part among others.
func ClassOf(n Node) Class { return classOf(n) }

// fenced reads \left ... \middle ... \right.
func (p *parser) fenced(t token) Node {
	f := &Fenced{}
	f.Left, _ = p.delimiter("left")
	for {
		f.Parts = append(f.Parts, p.list())
		switch e := p.take(); {
		case e.named("middle"):
			r, _ := p.delimiter("middle")
			f.Middles = append(f.Middles, r)
		case e.named("right"):
			f.Right, _ = p.delimiter("right")
			return f
		case e.kind == end:
			p.fail(t.at, `this \left has no \right`)
		default:
			p.unexpected(e)
		}
	}
}

func (p *parser) operator(token) Node {
	f := &Function{Limits: LimitsNever}
	if p.peek().is("*") {
		p.take()
		f.Limits = DisplayLimits
	}
	s, at := p.raw()
	in := &parser{src: s, formula: p.formula}
	defer shift(at)
	f.Name = strings.TrimSpace(plain(asList(in.list())))
	if t := in.peek(); t.kind != end {
		in.unexpected(t)
	}
	if f.Name == "" {
		p.fail(p.pos, `\operatorname wants a name`)
	}
	return f
}

// plain is the letters of a name.
func plain(l List) string {
	var b strings.Builder
	for _, n := range l {
		switch n := n.(type) {
		case *Symbol:
			switch n.Rune {
			case '−':
				b.WriteByte('-')
			case '∗':
				b.WriteByte('*')
			default:
				b.WriteRune(n.Char())
			}
		case *Space:
			if n.Mu > 0 {
				b.WriteRune('\u2009')
			}
		case *Text:
			b.WriteString(n.Text)
		case *Function:
			b.WriteString(n.Name)
		case *Group:
			b.WriteString(plain(n.Body))
		}
	}
	return b.String()
}

// negated reads a relation that is struck through.
func (p *parser) negated(t token) Node {
	s, ok := p.argument().(*Symbol)
	if !ok {
		p.fail(t.at, `\not wants a sign`)
	}
	out := *s
	if r, ok := negated[s.Rune]; ok {
		out.Rune = r
	} else {
		out.Not = true
	}
	return &out
}

// modulo reads \pmod and the like.
func (p *parser) modulo(t token) Node {
	arg := asList(p.argument())
	word := List{&Function{Name: "mod", Limits: LimitsNever}, &Space{Mu: 6}}
	switch t.text {
	case "mod":
		return append(append(List{&Space{Mu: 12}}, word...), arg...)
	case "pod":
		word = nil
	}
	return List{&Space{Mu: 8}, &Group{Body: append(append(append(List{symbolOf('(')}, word...), arg...), symbolOf(')'))}}
}

func phantom(ph Phantom) func(p *parser, t token) Node {
	return func(p *parser, t token) Node {
		out := ph
		if t.text == "smash" {
			p.option()
		}
		out.Body = p.argument()
		return &out
	}
}

// hspace reads a length in braces.
func (p *parser) hspace(t token) Node {
	if p.peek().is("*") {
		p.take()
	}
	s, at := p.raw()
	return &Space{Mu: p.length(strings.TrimSpace(s), at)}
}

// kern reads a length as TeX's primitives take it, without braces.
func (p *parser) kern(t token) Node {
	p.skipSpace()
	at := p.pos
	for p.pos < len(p.src) && strings.IndexByte("0123456789.-+", p.src[p.pos]) >= 0 {
		p.pos++
	}
	p.skipSpace()
	p.pos = min(p.pos+2, len(p.src))
	return &Space{Mu: p.length(p.src[at:p.pos], at)}
}

// length reads a length as units of 1/18 em, for text of 10 points.
func (p *parser) length(s string, at int) int {
	for unit, mu := range map[string]float64{"mu": 1, "em": 18, "ex": 8, "pt": 1.8, "mm": 5.12, "cm": 51.2, "in": 130, "pc": 21.6} {
		if n, ok := strings.CutSuffix(s, unit); ok {
			v, err := strconv.ParseFloat(strings.TrimSpace(n), 64)
			if err != nil || v < -1000 || v > 1000 {
				break
			}
			return int(v * mu)
		}
	}
	p.fail(at, "%q is not a length", s)
	return 0
}

// tagged reads a tag, which stands where a number would.
func (p *parser) tagged(t token) Node {
	star := p.peek().is("*")
	if star {
		p.take()
	}
	s, at := p.raw()
	n := p.text(s, at, Text{})
	if !star {
		n = &Group{Body: List{&Text{Text: "("}, n, &Text{Text: ")"}}}
	}
	p.tag = n
	return nil
}

// ignored notes a command that sets nothing.
func (p *parser) ignored(t token) Node {
	s, _ := p.raw()
	p.formula.Ignored = append(p.formula.Ignored, `\`+t.text+"{"+s+"}")
	return nil
}

// coloured sets an argument without its colour.
func (p *parser) coloured(t token) Node {
	p.ignored(t)
	return &Group{Body: asList(p.argument())}
}

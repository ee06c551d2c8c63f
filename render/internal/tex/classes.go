package tex

// Classes are the classes of the parts of a list among each other: a binary
// operator that has nothing to join on one of its sides is ordinary (The
// TeXbook, appendix G, rules 5 and 6). Spaces and commands of style are not
// seen.
func Classes(l List) []Class {
	out := make([]Class, len(l))
	last := -1
	for i, n := range l {
		out[i] = ClassOf(n)
		if unseen(n) {
			out[i] = Ord
			continue
		}
		if out[i] == Bin && (last < 0 || !joins(out[last])) {
			out[i] = Ord
		}
		if last >= 0 && out[last] == Bin && (out[i] == Rel || out[i] == Close || out[i] == Punct) {
			out[last] = Ord
		}
		last = i
	}
	if last >= 0 && out[last] == Bin {
		out[last] = Ord
	}
	return out
}

func unseen(n Node) bool {
	_, ok := n.(*Space)
	return ok
}

// joins reports whether a binary operator may follow a part of a class.
func joins(c Class) bool { return c != Bin && c != Op && c != Rel && c != Open && c != Punct }

// gaps are the spaces between classes (The TeXbook, page 170): 1 thin, 2
// medium, 3 thick; those that are negative are not set in script styles. A
// pair that cannot be is 0.
var gaps = [8][8]int8{
	Ord:   {0, 1, -2, -3, 0, 0, 0, -1},
	Op:    {1, 1, 0, -3, 0, 0, 0, -1},
	Bin:   {-2, -2, 0, 0, -2, 0, 0, -2},
	Rel:   {-3, -3, 0, 0, -3, 0, 0, -3},
	Open:  {0, 0, 0, 0, 0, 0, 0, 0},
	Close: {0, 1, -2, -3, 0, 0, 0, -1},
	Punct: {-1, -1, 0, -1, -1, -1, -1, -1},
	Inner: {-1, 1, -2, -3, -1, 0, -1, -1},
}

// Gap is the space between two parts: 0 none, 1 thin, 2 medium, 3 thick.
func Gap(left, right Class, script bool) int {
	g := gaps[left][right]
	if g < 0 && script {
		return 0
	}
	return int(max(g, -g))
}

// integrals are operators whose scripts stand at their corners.
const integrals = "∫∬∭⨌∮∯∰"

// Place says where the scripts of a base stand. Display tells of the style
// around: it matters to DisplayLimits.
func (s *Scripts) Place() Limits {
	if s.Limits != DisplayLimits {
		return s.Limits
	}
	switch b := alone(s.Base).(type) {
	case *Symbol:
		if b.Class != Op {
			return LimitsNever
		}
		for _, r := range integrals {
			if r == b.Rune {
				return LimitsNever
			}
		}
		return DisplayLimits
	case *Function:
		return b.Limits
	case *Group:
		if b.Class == Op {
			return DisplayLimits
		}
	case *Accent:
		if b.Brace {
			return LimitsAlways
		}
	}
	return LimitsNever
}

// alone is the one part of a list of one.
func alone(n Node) Node {
	if l, ok := n.(List); ok && len(l) == 1 {
		return alone(l[0])
	}
	return n
}

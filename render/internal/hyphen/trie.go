package hyphen

// A trie holds patterns by their letters, byte by byte.
type trie struct {
	first  [256]int32 // the nodes of patterns' first bytes
	nodes  []trieNode // from 1 on
	levels []byte     // those of all patterns, one after another
}

// A trieNode is a byte that follows those of the nodes above it.
type trieNode struct {
	letter byte
	length uint8 // of the levels of the pattern that ends here; 0 is none
	levels int32 // where they begin
	child  int32 // the first of the bytes that may follow
	next   int32 // another byte that may stand here
}

// add takes a pattern such as "hy3ph": levels stand before the letters that
// follow them.
func (t *trie) add(p string) {
	if len(t.nodes) == 0 {
		t.nodes = make([]trieNode, 1, 1<<14)
	}
	from := len(t.levels)
	t.levels = append(t.levels, 0)
	node := int32(0)
	for i := 0; i < len(p); i++ {
		if p[i] >= '0' && p[i] <= '9' {
			t.levels[len(t.levels)-1] = p[i] - '0'
			continue
		}
		t.levels = append(t.levels, 0)
		node = t.under(node, p[i])
	}
	t.nodes[node].levels, t.nodes[node].length = int32(from), uint8(len(t.levels)-from)
}

// under is the node of a byte below a node; 0 is the root.
func (t *trie) under(node int32, letter byte) int32 {
	n := t.find(node, letter)
	if n > 0 {
		return n
	}
	n = int32(len(t.nodes))
	t.nodes = append(t.nodes, trieNode{letter: letter})
	if node == 0 {
		t.first[letter] = n
	} else {
		t.nodes[n].next, t.nodes[node].child = t.nodes[node].child, n
	}
	return n
}

// find is the node of a byte below a node, 0 if there is none.
func (t *trie) find(node int32, letter byte) int32 {
	if node == 0 {
		return t.first[letter]
	}
	n := t.nodes[node].child
	for n > 0 && t.nodes[n].letter != letter {
		n = t.nodes[n].next
	}
	return n
}

// lay lays all patterns that text begins with over it: levels become the highest
// of theirs.
func (t *trie) lay(text string, levels []byte) {
	node := int32(0)
	for i := 0; i < len(text); i++ {
		if node = t.find(node, text[i]); node == 0 {
			return
		}
		n := &t.nodes[node]
		for k, l := range t.levels[n.levels : n.levels+int32(n.length)] {
			levels[k] = max(levels[k], l)
		}
	}
}

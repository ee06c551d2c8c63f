package doctest_test

import (
	"math/rand"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
)

// The documents are free of faults, and Every holds every type of node and
// every role.
func TestEvery(t *testing.T) {
	d := doctest.Every()
	require.Empty(t, doc.Check(d))
	seen := map[string]bool{}
	roles := map[doc.Role]bool{}
	for n := range doc.All(d) {
		seen[doc.NodeName(n)] = true
		if s, ok := n.(*doc.Section); ok {
			roles[s.Role] = true
		}
	}
	for _, name := range doc.NodeNames() {
		require.True(t, seen[name], "no %s", name)
	}
	for _, r := range doc.Roles {
		require.True(t, roles[r], "no section is a %s", r)
	}
}

func TestRandom(t *testing.T) {
	for seed := range int64(200) {
		d := doctest.Random(rand.New(rand.NewSource(seed)))
		require.Empty(t, doc.Check(d), "seed %d", seed)
		require.True(t, reflect.DeepEqual(d, doctest.Random(rand.New(rand.NewSource(seed)))), "seed %d twice", seed)
	}
}

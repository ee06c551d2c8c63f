package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

// The book has no fault and nothing to warn of, has every part, and its three
// editions are the same bytes on two runs.
func TestBook(t *testing.T) {
	var none bytes.Buffer
	d, err := book(context.Background(), &none)
	require.NoError(t, err)
	require.Empty(t, doc.Check(d))
	var roles []doc.Role
	for n := range doc.All(d) {
		if s, ok := n.(*doc.Section); ok && s.Role != doc.RoleNone && !slices.Contains(roles, s.Role) {
			roles = append(roles, s.Role)
		}
	}
	require.Equal(t, []doc.Role{doc.RoleDedication, doc.RoleEpigraph, doc.RolePreface, doc.RolePart, doc.RoleChapter, doc.RoleAppendix,
		doc.RoleGlossary, doc.RoleBibliography, doc.RoleIndex, doc.RoleColophon}, roles)
	var dirs [2]string
	for i := range dirs {
		dirs[i] = filepath.Join(t.TempDir(), "new")
		var out bytes.Buffer
		require.NoError(t, run(context.Background(), dirs[i], pdf.Renderer{}, &out, &none))
	}
	require.Empty(t, none.String())
	for _, name := range []string{"book.pdf", "book.epub", "book.txt"} {
		a, err := os.ReadFile(filepath.Join(dirs[0], name))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(dirs[1], name))
		require.NoError(t, err)
		require.True(t, bytes.Equal(a, b), name)
	}
}

// The e-reader edition's pages are those of the print edition, but for the half
// title, which it does not have.
func TestPages(t *testing.T) {
	dir := t.TempDir()
	var none bytes.Buffer
	require.NoError(t, run(context.Background(), dir, pdf.Renderer{}, &none, &none))
	print, err := os.ReadFile(filepath.Join(dir, "book.pdf"))
	require.NoError(t, err)
	reader, err := os.ReadFile(filepath.Join(dir, "book.epub"))
	require.NoError(t, err)
	rendertest.SamePages(t, print, reader, func(p rendertest.Page) bool { return p.Label == "i" }, nil)
}

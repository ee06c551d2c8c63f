//go:build js

package epub

import goepub "github.com/bmaupin/go-epub"

// A browser has no temporary folder: go-epub builds in memory.
func init() { goepub.Use(goepub.MemoryFS) }

package bidi

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestConformance runs Unicode's own BidiCharacterTest.txt, which the module
// github.com/go-text/typesetting carries for its tests: some 90,000 lines of
// text, direction, and the levels and order that they must come to.
func TestConformance(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skipf("go list: %v", err)
	}
	f, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "bidi", "test", "BidiCharacterTest.txt"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	cases := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line, _, _ := strings.Cut(lines.Text(), "#")
		fields := strings.Split(line, ";")
		if len(fields) != 5 {
			continue
		}
		cases++
		checkLevels(t, fields)
	}
	require.Greater(t, cases, 90000)
}

// checkLevels holds a line of the file: characters, direction (2 is that of
// the first strong one), the paragraph's level, levels, order.
func checkLevels(t *testing.T, fields []string) {
	t.Helper()
	var text []byte
	var at []int
	for _, c := range strings.Fields(fields[0]) {
		r, err := strconv.ParseInt(c, 16, 32)
		require.NoError(t, err)
		at = append(at, len(text))
		text = append(text, string(rune(r))...)
	}
	runs := Resolve(text, strings.TrimSpace(fields[2]) == "1", nil)
	for i, want := range strings.Fields(fields[3]) {
		if want == "x" {
			continue // a character that X9 removes
		}
		if got := strconv.Itoa(int(levelAt(runs, at[i]))); got != want {
			t.Fatalf("%s (direction %s): character %d has level %s, want %s", fields[0], fields[1], i, got, want)
		}
	}
}

func levelAt(runs []Run, at int) uint8 {
	for _, r := range runs {
		if at < r.End {
			return r.Level
		}
	}
	return 255
}

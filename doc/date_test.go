package doc

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestParseDate(t *testing.T) {
	for s, want := range map[string]Date{
		"":           {},
		"2026":       {Year: 2026},
		"0001":       {Year: 1},
		"2026-05":    {2026, time.May, 0},
		"2026-05-04": {2026, time.May, 4},
		"2028-02-29": {2028, time.February, 29},
	} {
		got, err := ParseDate(s)
		require.NoError(t, err, s)
		require.Equal(t, want, got)
		require.Equal(t, s, got.String())
	}
}

func TestParseDateFaults(t *testing.T) {
	for _, s := range []string{
		"26", "20260504", "2026-5", "2026-05-4", "2026-00", "2026-13", "2026-05-00", "2026-04-31", "2026-02-29",
		"0000", "2026-05-04-01", "2026-", "-2026", "4 May 2026", "2026-05-04 ", "２０２６",
		"+123", "-123", "2026-+5", "2026-05-+4", "2_26",
	} {
		got, err := ParseDate(s)
		require.ErrorContains(t, err, "date", s)
		require.Equal(t, Date{}, got, s)
	}
}

func TestDateValid(t *testing.T) {
	for d, want := range map[Date]bool{
		{}:                             true,
		{2026, time.May, 31}:           true,
		{2026, time.June, 31}:          false,
		{2100, time.February, 29}:      false,
		{2000, time.February, 29}:      true,
		{Year: 10000}:                  false,
		{Year: -1}:                     false,
		{Month: time.May}:              false,
		{Year: 2026, Day: 4}:           false,
		{2026, 13, 0}:                  false,
		{2026, time.May, -1}:           false,
		{Year: 9999, Month: 12}:        true,
		{Year: 2026, Month: -1}:        false,
		{2026, time.January, 32}:       false,
		{2026, time.December, 31}:      true,
		{Year: 2026, Month: 1, Day: 1}: true,
	} {
		require.Equal(t, want, d.Valid(), "%#v", d)
	}
}

func TestDateTime(t *testing.T) {
	require.True(t, Date{}.Time().IsZero())
	require.Equal(t, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), Date{Year: 2026}.Time())
	require.Equal(t, time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC), Date{Year: 2026, Month: 5}.Time())
	require.Equal(t, time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC), Date{2026, 5, 4}.Time())
}

func TestDateJSON(t *testing.T) {
	b, err := json.Marshal(Date{2026, time.May, 4})
	require.NoError(t, err)
	require.Equal(t, `"2026-05-04"`, string(b))
	var d Date
	require.NoError(t, json.Unmarshal([]byte(`"2026-05"`), &d))
	require.Equal(t, Date{2026, time.May, 0}, d)
	require.Error(t, json.Unmarshal([]byte(`"May 2026"`), &d))
}

// What is taken is valid and written as it was read, and a title page can have
// it in every language.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"", "2026", "2026-05", "2026-05-04", "2026-02-30", "+123-05", "2026-5-4", "0000-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			require.True(t, d.IsZero())
			return
		}
		require.True(t, d.Valid())
		require.Equal(t, s, d.String())
		for lang := range dateForms {
			require.Equal(t, d.IsZero(), d.Text(lang) == "", lang)
		}
	})
}

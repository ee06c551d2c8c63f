package doc

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Date is a year, a month of a year or a day. The zero Date is no date.
type Date struct {
	Year  int
	Month time.Month // 0: the year alone
	Day   int        // 0: the month alone
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the date in ISO 8601's form: "2026", "2026-05" or
// "2026-05-04". The zero Date is "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Valid reports whether d is no date or one of the calendar's.
func (d Date) Valid() bool {
	if d.IsZero() {
		return true
	}
	if d.Year < 1 || d.Year > 9999 || d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > 0 && d.Month == 0 {
		return false
	}
	return d.Day == 0 || time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Day() == d.Day
}

// Time returns the start of the date in UTC; the zero time for no date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, max(d.Month, 1), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// ParseDate parses the form that String returns.
func ParseDate(s string) (Date, error) {
	var d Date
	parts := strings.Split(s, "-")
	widths := []int{4, 2, 2}
	if s == "" {
		return d, nil
	}
	if len(parts) > 3 {
		return d, fmt.Errorf("date %q: want YYYY, YYYY-MM or YYYY-MM-DD", s)
	}
	var v [3]int
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 10, 16) // takes no sign, as Atoi would
		if err != nil || len(p) != widths[i] || n == 0 {
			return d, fmt.Errorf("date %q: want YYYY, YYYY-MM or YYYY-MM-DD", s)
		}
		v[i] = int(n)
	}
	d = Date{v[0], time.Month(v[1]), v[2]}
	if !d.Valid() {
		return Date{}, fmt.Errorf("date %q: no such day", s)
	}
	return d, nil
}

// MarshalText writes the form of String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the form of String.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}

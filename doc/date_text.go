package doc

import (
	"strconv"
	"strings"
)

// Text returns the date as a title page has it in a BCP 47 language, with the
// digits 0 to 9: "4 May 2026" in English, "May 4, 2026" in American English,
// "4. Mai 2026" in German. A date without a day or a month is written without
// it. In a language whose form is not known, and for a date that is not of the
// calendar, it is String's.
func (d Date) Text(lang string) string {
	form, ok := byTag(dateForms, lang)
	if !ok || d.IsZero() || !d.Valid() {
		return d.String()
	}
	year := strconv.Itoa(d.Year)
	switch {
	case d.Month == 0:
		return year + form.afterYear
	case d.Day == 0:
		return fillDate(form.ofMonth, "", form.month(d, form.alone), year)
	}
	day := strconv.Itoa(d.Day)
	if d.Day == 1 && form.first != "" {
		day = form.first
	}
	return fillDate(form.ofDay, day, form.month(d, form.months), year)
}

// A dateForm is how a language writes dates.
type dateForm struct {
	// ofDay and ofMonth are the forms of a day and of a month, with d, m and y
	// in braces where the day, the month and the year stand.
	ofDay, ofMonth string
	// afterYear follows a year that stands alone.
	afterYear string
	// first is the first day of a month where it is not "1".
	first string
	// months are the names of the months after a day, by spaces. Where there are
	// none, months are numbers.
	months string
	// alone are the names of the months without a day, where they differ: in the
	// nominative, where a day takes the genitive.
	alone string
}

// month is the name of d's month among names, else among f's own.
func (f *dateForm) month(d Date, names string) string {
	if names == "" {
		names = f.months
	}
	if names == "" {
		return strconv.Itoa(int(d.Month))
	}
	return strings.Fields(names)[d.Month-1]
}

// fillDate sets the parts of a date into its form.
func fillDate(form, day, month, year string) string {
	return strings.NewReplacer("{d}", day, "{m}", month, "{y}", year).Replace(form)
}

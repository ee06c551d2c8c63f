package pdf

// A mark is a flow as it was before something was set that may have to be set
// once more, differently.
type mark struct {
	flow        flow
	kids, slots int
}

// mark keeps the present state.
func (f *flow) mark() mark { return mark{*f, len(f.tags.top().Kids), len(f.tags.types)} }

// again forgets what was set since a mark and calls set in its stead. What was
// reported stays: set would find the same, and does not report it twice.
func (f *flow) again(m mark, set func()) {
	errs, warn := f.errs, f.warn
	*f = m.flow
	f.tags.top().Kids = f.tags.top().Kids[:m.kids]
	f.tags.types = f.tags.types[:m.slots]
	f.warn = nil
	set()
	f.errs, f.warn = errs, warn
}

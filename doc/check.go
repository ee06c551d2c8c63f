package doc

// A Fault is something wrong with a document.
type Fault struct {
	Path    string // of the node
	Message string
	// Warning says that the document is usable nonetheless.
	Warning bool
}

func (f *Fault) Error() string {
	if f.Path == "" {
		return f.Message
	}
	return f.Path + ": " + f.Message
}

// Check returns every fault of d in document order, nil for none.
func Check(d *Document) []*Fault {
	return nil
}

package report

import "debrief/parser"

// foldName returns the form of a name under which it is compared and indexed.
func foldName(name string) string { return parser.FoldName(name) }

// spellings are the names of a journal with their folded forms, which many rules
// ask for again and again.
type spellings struct{ folded map[string]string }

// spellingsOf folds the names of a journal's companies, roles and people, each
// once.
func spellingsOf(j *parser.Journal) *spellings {
	n := &spellings{folded: make(map[string]string, len(j.Positions)+len(j.People))}
	for _, p := range j.Positions {
		n.take(p.Company)
		n.take(p.Role)
	}
	for _, iv := range j.Interviews {
		if p := iv.Position; p == nil || p.Company != iv.Company || p.Role != iv.Role {
			n.take(iv.Company)
			n.take(iv.Role)
		}
	}
	for _, p := range j.People {
		n.take(p.Name)
	}
	return n
}

func (n *spellings) take(name string) {
	if _, known := n.folded[name]; !known {
		n.folded[name] = foldName(name)
	}
}

// fold returns the folded form of a name, of the journal's or any other.
func (n *spellings) fold(name string) string {
	if folded, known := n.folded[name]; known {
		return folded
	}
	return foldName(name)
}

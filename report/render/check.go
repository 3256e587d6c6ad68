package render

import (
	"io"
	"strings"

	"debrief/report"
)

// checkFormat is the default of a check. GNU tools, vim and Emacs read these
// lines without being told how.
func checkFormat() Format {
	return Format{
		Name:    "text",
		Endings: []string{".txt"},
		About:   "FILE:LINE:COL: SEVERITY: MESSAGE [ID], as editors read it",
		Write:   Check,
	}
}

// Check writes one line for each problem and each item at or above o.Least:
// FILE:LINE:COL: SEVERITY: MESSAGE [ID], sorted by place. Columns count bytes
// from 1. Nothing found is no output.
func Check(w io.Writer, r *report.Report, o Options) error {
	var b strings.Builder
	for _, f := range findings(r, o.Least) {
		b.WriteString(f.line(o.Prefix, f.text()))
		b.WriteByte('\n')
	}
	return emit(w, []byte(b.String()))
}

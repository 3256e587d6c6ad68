// Package report says what a job search owes at one instant.
//
// It is pure: a journal and an instant go in, a Report comes out, and the same
// two give the same Report on every machine. Nothing here reads a file or a
// clock.
//
//	journal, err := parser.Load(os.DirFS(dir))
//	r := report.Build(journal, time.Now())
//	for _, item := range r.Items {
//		fmt.Println(item.Urgency, item.Message)
//	}
//
// A rule is one Rule literal in one file. It names every duty the journal
// could give rise to; the engine (duty.go) asks each duty what stands at an
// instant, today and at the instants ahead, and so knows both what is owed and
// when that will next change by itself.
package report

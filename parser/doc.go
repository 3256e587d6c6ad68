// Package parser reads the Markdown notes of one job search and joins them
// into a Journal: its positions, interviews, references and events, each fact
// with the place where it was written.
//
// What cannot be read becomes a Problem with its place and what to write
// instead; everything else in the same note is still read. The package has no
// clock, changes nothing, and reads nothing but the fs.FS it is given:
//
//	journal, err := parser.Load(os.DirFS("search"), time.Local)
//	if err != nil {
//		return err
//	}
//	for _, p := range journal.Problems {
//		fmt.Println(p.Path(), p.Start().Line, p.Message)
//	}
//
// A program that keeps notes in memory calls Parse for each note that changed
// and NewJournal for all of them; both are pure. A Journal is immutable and
// may be read by many goroutines.
package parser

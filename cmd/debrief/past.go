package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"debrief/cmd/debrief/internal/git"
	"debrief/parser"
)

// A past is --at: an instant, or a revision in any form that git knows.
type past struct {
	text string
	// when is the instant, where the text is one.
	when instant
}

// String returns the past as it was written.
func (p *past) String() string { return p.text }

// Type returns what help calls it.
func (p *past) Type() string { return "REV|INSTANT" }

// Set takes anything that is not blank: whether it is a revision, only the
// repository knows. What reads as an instant is one; refs/tags/2026-11-01 is a
// way to name a tag that looks the same.
func (p *past) Set(s string) error {
	s = strings.TrimSpace(s)
	if s == "" {
		return errors.New("needs a revision, such as HEAD~3, or an instant")
	}
	p.text, p.when = s, instant{flag: "at"}
	if err := p.when.Set(s); err != nil {
		p.when = instant{}
	}
	return nil
}

// isInstant reports whether a time was given and no revision.
func (p *past) isInstant() bool { return p.when.text != "" }

// find returns the commit that a past means, and the folder that the journal
// has there if it was given as REV:FOLDER.
func (a *archive) find(ctx context.Context, p past) (c git.Commit, folder string, err error) {
	if p.isInstant() {
		c, err = a.before(ctx, p)
		return c, "", err
	}
	c, err = a.repo.Commit(ctx, p.text)
	if revision, in, named := strings.Cut(p.text, ":"); named && errors.Is(err, git.ErrNoCommit) {
		if in == "" {
			return c, "", usage("leave out the colon for the journal's own folder", "%q names no folder", p.text)
		}
		folder = in
		c, err = a.repo.Commit(ctx, revision)
	}
	if errors.Is(err, git.ErrNoCommit) {
		if _, err := a.repo.Commit(ctx, "HEAD"); errors.Is(err, git.ErrNoCommit) {
			return c, "", nothingCommitted()
		}
		return c, "", usage(a.hintRevision(), "%q is neither a revision of this repository nor an instant", p.text)
	}
	return c, folder, gitError(err, a.root)
}

// nothingCommitted is the error of a repository without a commit.
func nothingCommitted() error {
	return withHint(errors.New("nothing has been committed yet"), "git add . && git commit -m 'first notes'")
}

// hintRevision says how a revision or an instant is written.
func (a *archive) hintRevision() string {
	hint := "a revision is written as HEAD~3, a branch, a tag or a commit; an instant as 2026-11-01 or 2026-11-01 18:00"
	if a.repo.Shallow {
		hint = "this clone is shallow and has only the latest commits: git fetch --unshallow brings the others"
	}
	return hint
}

// before returns the last commit before an instant, which is on the journal's
// clock unless it has an offset.
func (a *archive) before(ctx context.Context, p past) (git.Commit, error) {
	zone := a.zone
	if p.when.local {
		zone = a.currentZone(ctx)
	}
	t, err := p.when.in(zone)
	if err != nil {
		return git.Commit{}, err
	}
	c, err := a.repo.Before(ctx, t)
	if errors.Is(err, git.ErrNoCommit) {
		hint := ""
		if a.repo.Shallow {
			hint = a.hintRevision()
		}
		return c, withHint(err, hint)
	}
	return c, gitError(err, a.root)
}

// currentZone returns the zone that the journal names in its latest commit,
// else the machine's.
func (a *archive) currentZone(ctx context.Context) *time.Location {
	head, err := a.repo.Commit(ctx, "HEAD")
	if err != nil {
		return a.zone
	}
	journal, err := a.at(ctx, head, "")
	if err != nil {
		return a.zone
	}
	return journal.Zone
}

// loadPast reads the journal as it stood at a commit, and says which that is.
func (p *program) loadPast(ctx context.Context, root string, hide []string, at past) (*parser.Journal, git.Commit, error) {
	a, err := p.openArchive(ctx, root, hide)
	if err != nil {
		return nil, git.Commit{}, err
	}
	c, folder, err := a.find(ctx, at)
	if err != nil {
		return nil, c, err
	}
	journal, err := a.at(ctx, c, folder)
	if err != nil {
		return nil, c, gitError(err, a.root)
	}
	p.remark(fmt.Sprintf("the journal as it stood in %s, %s", c.Short(),
		c.Time.In(journal.Zone).Format("2006-01-02 15:04")), "")
	p.remarkApart(a)
	return journal, c, nil
}

package schedule

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// longestSlug bounds how much of a folder's name a job's name repeats, in
// bytes.
const longestSlug = 24

// Name returns what to call the job on the journal in folder, an absolute path
// without symbolic links: the folder's own name for people, and a sum of its
// path, since two journals may both be in a folder called search. A further
// word, perhaps "", tells several jobs on one journal apart.
func Name(folder, word string) string {
	folder = strings.TrimRight(strings.ReplaceAll(folder, `\`, "/"), "/")
	sum := sha256.Sum256([]byte(folder))
	parts := []string{"debrief", Slug(folder[strings.LastIndex(folder, "/")+1:]), hex.EncodeToString(sum[:4]), word}
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "-")
}

// Slug returns what of a text may stand in a job's name: letters and digits of
// ASCII in lower case, other runs of characters as one hyphen between them.
func Slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(text) {
		if r < '0' || r > '9' && r < 'a' || r > 'z' {
			gap = b.Len() > 0
			continue
		}
		if b.Len() >= longestSlug {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

package journalgen

import "strings"

// fill picks between low and high of the patterns and puts a topic into each.
func (g *generator) fill(patterns []string, low, high int) []string {
	some := g.pickSome(patterns, low, high)
	for i, pattern := range some {
		some[i] = strings.ReplaceAll(pattern, "%", g.pick(topics))
	}
	return some
}

// prose returns that many sentences in paragraphs of two.
func (g *generator) prose(sentences int) string {
	var b strings.Builder
	for i := range sentences {
		b.WriteString(strings.ReplaceAll(g.pick(remarks), "%", g.pick(topics)))
		b.WriteString([]string{"\n", "\n\n"}[i%2])
	}
	return strings.TrimSpace(b.String()) + "\n"
}

var topics = []string{
	"the slow import", "their move off the old queue", "who is woken at night", "the map of all services",
	"the feature flags nobody removes", "the new billing table", "how they review designs", "the ticket backlog",
	"the two data centres", "the way a release is cut", "the test that takes an hour", "the search index",
	"the first week of a new colleague", "the nightly report", "the sensor that lies", "the permission model",
	"the customers with spreadsheets", "the invoice run", "the cache that is never cold", "the handover on Fridays",
}

var worked = []string{
	"had a story ready about %, with numbers", "asked about % before they could", "drew % on the board and it held",
	"said plainly what I don't know about %", "the example with % landed", "listened first when it came to %",
	"we laughed about %, the air got lighter",
}

var didnt = []string{
	"talked far too long about %", "forgot the numbers for %", "guessed about % instead of asking",
	"my answer on % had no ending", "got defensive when they came back to %",
}

var researched = []string{
	"read everything they published on %", "a former colleague told me about %", "two of their talks were about %",
	"the posting mentions % three times", "their changelog says a lot about %", "the annual report is silent on %",
}

var stumbled = []string{
	"What would you do first about %?", "When did you last change your mind on %?", "How do you explain % to a new hire?",
	"Which part of % would you throw away?", "Who decides about % when nobody agrees?",
}

var answers = []string{
	"Measure for a week before touching anything, then fix the largest number.",
	"Tell the story of the migration in three sentences and stop.",
	"Name the trade-off, choose a side, say what would make me choose the other.",
	"Ask who is hurt most today and start there.",
	"Admit that I haven't done it and describe the nearest thing I have done.",
}

var asked = []string{
	"What does a good first month look like here?", "What would you change if you had a free quarter?",
	"Who will read the first thing I write?", "How do you find out that something broke?", "What happened to the person before me?",
}

var feelings = []string{
	"Calm until the last quarter of an hour, then tired.", "Better than last time, the walk before it helped.",
	"Shaky start, steady afterwards; I knew more than I thought.", "Good. I would like to work with these people.",
}

var strengths = []string{
	"did the same migration once, with people watching", "I like writing things down, they need that",
	"know the trade from the other side of the counter", "can start next month", "two languages, three time zones",
	"happy to be on call when it is shared fairly",
}

var remarks = []string{
	"It all seems to turn on %.", "Somebody should write a book about %.", "I keep coming back to %, no idea why.",
	"Nobody there was shy to talk about %.", "What I would look at first is %.", "Half of the conversation was about %.",
	"Their page is vague, except where it comes to %.", "Slept on it, and it is still mostly about %.",
	"A friend says that % is the reason people stay.", "If this goes on I want to understand % properly.",
}

var sources = []string{"job board", "a friend", "their careers page", "newsletter", "meetup", "agency list"}

var relationships = []string{"former manager", "colleague for years", "client", "mentor", "lead on my last project"}

var purposes = []string{"ask how they hire", "say hello after the talk", "no posting yet, but they grow", "coffee and advice"}

var plans = []string{
	"look for two new postings", "print the certificate", "read the posting once more", "iron a shirt",
	"practise the two-minute story", "tidy the desk",
}

var everyday = []string{
	"long walk by the canal", "swimming, forty lengths", "soup for three days", "the washing machine again",
	"called mam", "slept badly", "started the baker's book", "bike repaired at last", "rain all day, radio on",
}

var hobbies = []string{
	"Sourdough, attempt", "Books for the winter", "Balcony plan", "Choir dates", "Bicycle repairs", "Tide tables",
	"Soup collection", "Ideas for the flat",
}

var tags = []string{"home", "reading", "kitchen", "later", "fun"}

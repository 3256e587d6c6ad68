package main

import (
	"fmt"
	"strings"
	"unicode"

	"debrief/parser"
)

// trackerStatuses are the words for where an application stands that trackers
// and plain sheets use beside those of the format itself, folded by
// foldHeader. A word that two people use for two things is not among them:
// `abgelehnt` may be what they said or what I did, `not interested` too.
var trackerStatuses = map[parser.Status]string{
	parser.Lead: "toapply applying notapplied notyetapplied notstarted planned interested shortlist shortlisted readytoapply researching " +
		"gemerkt merkliste geplant vorgemerkt interessant wunschliste nochbewerben",
	parser.Applied: "submitted applicationsubmitted applicationsent sent pending waiting waitingforresponse awaitingresponse inreview underreview " +
		"beworben bewerbungverschickt abgeschickt eingereicht wartend inprufung warteaufantwort",
	parser.Screening: "phone phoneinterview phonecall recruitercall recruiterphonescreen initialscreen hrscreen introcall " +
		"telefoninterview telefongesprach erstgesprach",
	parser.Assessment:   "test codingchallenge codingtest takehometest assignment casestudy onlineassessment aufgabe probeaufgabe testaufgabe",
	parser.Interviewing: "interviews interviewed interviewscheduled inprogress onsite onsiteinterview finalround finalinterview technicalinterview firstinterview secondinterview ndinterview stinterview rdinterview vorstellungsgesprach gesprach eingeladen",
	parser.Offered:      "offerreceived offerextended negotiating negotiation offernegotiation angebot angeboterhalten zusage",
	parser.Accepted:     "offeraccepted acceptedoffer acceptedanoffer gotthejob signed angenommen angebotangenommen eingestellt",
	parser.OnHold:       "paused hold pausiert zuruckgestellt",
	parser.Rejected:     "rejection rejectedbycompany notselected turneddown absage abgesagt absageerhalten",
	parser.Withdrawn:    "withdrew iwithdrew withdrawnbyme zuruckgezogen",
	parser.Declined:     "offerdeclined declinedoffer ideclined angebotabgelehnt",
	parser.Closed:       "archive jobclosed positionclosed positionfilled nolongeravailable archiviert geschlossen abgelaufen besetzt",
}

// noAnswer are words for an application that was not answered.
const noAnswer = "noresponse noreply noanswer noresponsereceived nevergotaresponse keineantwort keineruckmeldung"

// importedStatus returns the status that a cell means, in the form in which
// notes have it; false where that is not known. Numbers and signs before the
// word, as in `3. Interview` or `✅ Applied`, are the list's own.
func importedStatus(cell string, own []pairing) (string, bool) {
	folded := foldHeader(cell)
	for _, pair := range own {
		if foldHeader(pair.from) == folded {
			return pair.to, true
		}
	}
	bare := strings.TrimLeftFunc(folded, unicode.IsDigit)
	if status, ok := parser.ReadStatus(bare); ok {
		return status, true
	}
	for _, status := range statusOrder {
		for word := range strings.FieldsSeq(trackerStatuses[status]) {
			if word == bare {
				return string(status), true
			}
		}
	}
	for word := range strings.FieldsSeq(noAnswer) {
		if word == bare {
			return "ghosted", true
		}
	}
	return "", false
}

// statusOrder lists the statuses that a row can have.
var statusOrder = []parser.Status{
	parser.Lead, parser.Applied, parser.Screening, parser.Assessment, parser.Interviewing, parser.Offered, parser.Accepted,
	parser.Started, parser.OnHold, parser.Rejected, parser.Withdrawn, parser.Declined, parser.Closed,
}

// readStatusWord reads the STATUS of --status.
func readStatusWord(word string) (string, error) {
	if status, ok := parser.ReadStatus(word); ok {
		return status, nil
	}
	var names []string
	for _, status := range statusOrder {
		names = append(names, string(status))
	}
	hint := didYouMean(word, names)
	if hint == "" {
		hint = "the statuses are " + either(append(names, "ghosted"))
	}
	return "", withHint(fmt.Errorf("%q is not a status", word), hint)
}

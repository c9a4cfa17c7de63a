// A link that a professional hands out: which activities, for which substances, how often. It says what to offer, never who it is for.
//
//   https://host/#1.<base64url of the payload, without padding>
//
// Payload: fields {tag, length, value} in ascending order of tag, each at most once, then four bytes of CRC-32 (big endian) over "1." and all before it.
// Numbers are LEB128 in their shortest form. Tags below 64 have to be understood; others are skipped. A field with its default is left out.
//   1 activities   numbers of InviteCodes, 1 to 20, each once, in the order in which they are offered; the one field that has to be there
//   2 substances   numbers of InviteCodes, ascending, at most 14
//   3 whom         1 for oneself, 2 for somebody close to them
//   4 language     number of InviteCodes
//   5 rhythm       1 week, 2 fortnight, 3 four weeks, 4 quarter (91 days), 5 half year (182 days): how often its checks come back
//   6 first        1 diary, 2 discover, 3 plan, 4 its first activity: what opens first, instead of Vandaag
//   7 until        days after 31 December 2025: the last day on which it does not ask whether it is still meant
// So one meaning has one form. There is no text, no name, no address and no number to call in it, nothing is compressed, and whatever is not exactly this is
// not a link of Koers.
//
// CRC-32 and not a shortened SHA-256 (which was the plan): a checksum without a key is no proof of who made a link, only of damage, and at this length a CRC
// finds every change of up to four bits and every burst of up to 32 for certain (Koopman 2002).
#pragma once

#include <string>
#include <string_view>

#include "core/content/invitation.h"

namespace koers {

inline constexpr size_t most_invited = 20, longest_fragment = 240;
inline constexpr Day first_until{20454};  // 2026-01-01 is the first day a link can be meant until
inline constexpr int most_days_until = 36525;

// What follows "#". Empty when it cannot be said in a link: nothing in it, too much, or something that has no number.
std::string fragment_of(const Invitation& invitation, const InviteCodes& codes);

// Unreadable: not a link of Koers, or damaged on its way. Newer: made by a Koers that knows more than this one.
enum class LinkProblem { None, Unreadable, Newer };
struct LinkRead {
    LinkProblem problem = LinkProblem::Unreadable;
    Invitation invitation;
    bool skipped = false;  // something in it was left aside: the one thing that makes a link say less than it holds
};
// Of a stranger's text of any length. Nothing is looked up but the numbers of `codes`.
LinkRead read_link(std::string_view fragment, const InviteCodes& codes);

}  // namespace koers

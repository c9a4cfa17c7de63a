// Links that nobody of good will would make, and some that time made.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/content/invitation.h"

namespace koers::test {

// The numbers that ship (assets/invite/codes.json).
InviteCodes link_codes();

// A link as it was printed in 2026; may never be edited.
extern const char* const frozen_link;

// Any fields with a right checksum: {tag, bytes}, in the order given.
using LinkFields = std::vector<std::pair<uint32_t, std::vector<uint8_t>>>;
std::string made_link(const LinkFields& fields);
// Any bytes with a right checksum after them.
std::string checked_link(std::vector<uint8_t> payload);
std::string in_base64url(const std::vector<uint8_t>& bytes);

struct HostileLink {
    std::string what, fragment;
    bool newer = false;  // looks as if made by a newer Koers: the one other answer there is
};
std::vector<HostileLink> hostile_links();

}  // namespace koers::test

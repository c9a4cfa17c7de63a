// Puts a short list into order; what is equal stays as it stands. By insertion: for tens of things it is as quick as std::sort, which would come along once for
// every type and order, a kilobyte each.
#pragma once

#include <utility>
#include <vector>

namespace koers {

template <class T, class Before>
void put_in_order(std::vector<T>& list, Before before) {
    for (size_t i = 1; i < list.size(); ++i) {
        T one = std::move(list[i]);
        size_t at = i;
        for (; at > 0 && before(one, list[at - 1]); --at) list[at] = std::move(list[at - 1]);
        list[at] = std::move(one);
    }
}

}  // namespace koers

// A function that is lent for the length of a call: two pointers, nothing owned, nothing allocated. What std::function would be, without a class of five functions
// for each of the hundred lambdas that the screens draw with (25 KB of program).
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace koers {

template <class Signature>
class Call;

template <class Result, class... Given>
class Call<Result(Given...)> {
  public:
    Call() = default;
    Call(std::nullptr_t) {}
    // Of anything that can be called so; it has to live as long as this is used.
    template <class Function, class = std::enable_if_t<!std::is_same_v<std::remove_cvref_t<Function>, Call>>>
    Call(const Function& function)
        : what_(std::addressof(function)), how_([](const void* what, Given... given) -> Result {
              return (*static_cast<const Function*>(what))(std::forward<Given>(given)...);
          }) {}

    Result operator()(Given... given) const { return how_(what_, std::forward<Given>(given)...); }
    explicit operator bool() const { return how_ != nullptr; }

  private:
    const void* what_ = nullptr;
    Result (*how_)(const void*, Given...) = nullptr;
};

}  // namespace koers

#pragma once

#include "core/util/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace hg {

/// A value or the Error that prevented it. Test it before use: reading the wrong side is a programming error.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool isOk() const { return m_content.index() == 0; }
    explicit operator bool() const { return isOk(); }

    const T& value() const&
    {
        assert(isOk());
        return *std::get_if<0>(&m_content);
    }
    T& value() &
    {
        assert(isOk());
        return *std::get_if<0>(&m_content);
    }
    T&& value() &&
    {
        assert(isOk());
        return std::move(*std::get_if<0>(&m_content));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const
    {
        assert(!isOk());
        return *std::get_if<1>(&m_content);
    }

private:
    std::variant<T, Error> m_content;
};

/// The outcome of work that yields no value.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::in_place_index<1>, std::move(error)) {}

    bool isOk() const { return m_error.index() == 0; }
    explicit operator bool() const { return isOk(); }
    const Error& error() const
    {
        assert(!isOk());
        return *std::get_if<1>(&m_error);
    }

private:
    std::variant<std::monostate, Error> m_error;
};

} // namespace hg

// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <utility>

namespace watchdesk::test {

/// A small IP location database in MaxMind's format (maxmind.github.io/MaxMind-DB), made here so that no test needs
/// somebody's: 192.0.2.0/24 lies in Halden, 198.51.100.0/24 in a country alone, nothing else anywhere.
class PlacesFile
{
public:
    static QByteArray bytes()
    {
        const QByteArray halden =
            map({{"country", map({{"names", map({{"en", text("Norway")}})}})},
                 {"subdivisions", array({map({{"names", map({{"en", text("Ostfold \"E\"")}})}})})},
                 {"city", map({{"names", map({{"en", text("Halden")}})}})},
                 {"location", map({{"latitude", real(59.1329)}, {"longitude", real(11.3875)}})}});
        const QByteArray land = map({{"country", map({{"names", map({{"en", text("Elsewhere")}})}})}});
        PlacesFile file;
        file.place(0xc0000200, 24, 0);
        file.place(0xc6336400, 24, int(halden.size()));
        const QByteArray metadata = map({{"node_count", whole(6, 4, quint64(file.m_nodes.size()))},
                                         {"record_size", whole(5, 2, 24)},
                                         {"ip_version", whole(5, 2, 4)},
                                         {"database_type", text("Test-City")},
                                         {"languages", array({text("en")})},
                                         {"binary_format_major_version", whole(5, 2, 2)},
                                         {"binary_format_minor_version", whole(5, 2, 0)},
                                         {"build_epoch", QByteArray("\x04\x02", 2) + big(4, 1'700'000'000)},
                                         {"description", map({{"en", text("made for a test")}})}});
        return file.tree() + QByteArray(16, '\0') + halden + land + QByteArray("\xab\xcd\xefMaxMind.com") + metadata;
    }

private:
    static constexpr int kNothing = -1;
    struct Node
    {
        int next[2] = {kNothing, kNothing}; ///< another node, or the place in the data beyond kData
    };
    static constexpr int kData = 1'000'000;

    using Members = QList<std::pair<QByteArray, QByteArray>>;

    static QByteArray big(int size, quint64 value)
    {
        QByteArray bytes(8, '\0');
        qToBigEndian(value, bytes.data());
        return bytes.right(size);
    }
    static QByteArray control(int type, qsizetype size) { return QByteArray(1, char(type << 5 | int(size))); }
    static QByteArray text(const QByteArray &value) { return control(2, value.size()) + value; }
    static QByteArray whole(int type, int size, quint64 value) { return control(type, size) + big(size, value); }
    static QByteArray real(double value)
    {
        quint64 bits = 0;
        memcpy(&bits, &value, sizeof(bits));
        return control(3, 8) + big(8, bits);
    }
    static QByteArray map(const Members &members)
    {
        QByteArray bytes = control(7, members.size());
        for (const auto &[key, value] : members)
            bytes += text(key) + value;
        return bytes;
    }
    static QByteArray array(const QList<QByteArray> &elements)
    {
        QByteArray bytes = control(0, elements.size()) + QByteArray(1, char(11 - 7));
        for (const QByteArray &element : elements)
            bytes += element;
        return bytes;
    }

    void place(quint32 address, int prefix, int offset)
    {
        int node = 0;
        for (int bit = 0; bit < prefix; ++bit) {
            int &next = m_nodes[node].next[address >> (31 - bit) & 1];
            if (bit == prefix - 1) {
                next = kData + offset;
            } else if (next == kNothing) {
                const int added = int(m_nodes.size());
                next = added;
                m_nodes.append(Node());
                node = added;
            } else {
                node = next;
            }
        }
    }

    QByteArray tree() const
    {
        QByteArray bytes;
        const int count = int(m_nodes.size());
        for (const Node &node : m_nodes) {
            for (const int next : node.next)
                bytes += big(3, quint64(next == kNothing ? count : next >= kData ? next - kData + count + 16 : next));
        }
        return bytes;
    }

    QList<Node> m_nodes{Node()};
};

} // namespace watchdesk::test

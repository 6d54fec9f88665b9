<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id">
    <context>
        <name>Calendar</name>
        <message>
            <source>All day</source>
            <translation>Seharian</translation>
        </message>
    </context>
    <context>
        <name>CalendarHeader</name>
        <message>
            <source>Previous month (PageUp)</source>
            <translation>Bulan sebelumnya (PageUp)</translation>
        </message>
        <message>
            <source>Next month (PageDown)</source>
            <translation>Bulan berikutnya (PageDown)</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hari ini</translation>
        </message>
        <message>
            <source>Search  /</source>
            <translation>Cari  /</translation>
        </message>
        <message>
            <source>Search the items</source>
            <translation>Cari konten</translation>
        </message>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Semua</translation>
        </message>
        <message>
            <source>all</source>
            <comment>every kind</comment>
            <translation>semua</translation>
        </message>
        <message>
            <source>Kind: %1</source>
            <translation>Jenis: %1</translation>
        </message>
    </context>
    <context>
        <name>CalendarPage</name>
        <message>
            <source>Title, or 19:30 and a title</source>
            <translation>Judul, atau 19.30 lalu judul</translation>
        </message>
        <message>
            <source>An idea</source>
            <translation>Sebuah ide</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>New idea with no date</source>
            <translation>Ide baru tanpa tanggal</translation>
        </message>
        <message>
            <source>Go to today</source>
            <translation>Ke hari ini</translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>Bulan sebelumnya</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Bulan berikutnya</translation>
        </message>
        <message>
            <source>Rename the item</source>
            <translation>Ganti judul konten</translation>
        </message>
        <message>
            <source>Edit all fields of the item</source>
            <translation>Ubah semua isian konten</translation>
        </message>
        <message>
            <source>Remove the item</source>
            <translation>Hapus konten</translation>
        </message>
        <message>
            <source>Produce what is missing or stale</source>
            <translation>Buat yang belum ada atau sudah usang</translation>
        </message>
        <message>
            <source>Open the item's folder</source>
            <translation>Buka folder konten</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Ulangi</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Cari</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>Show or hide the inspector</source>
            <translation>Tampilkan atau sembunyikan panel rincian</translation>
        </message>
        <message>
            <source>Switch between light and dark</source>
            <translation>Ganti terang atau gelap</translation>
        </message>
        <message>
            <source>All commands</source>
            <translation>Semua perintah</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Keluar</translation>
        </message>
    </context>
    <context>
        <name>DayDelegate</name>
        <message numerus="yes">
            <source>+%n more</source>
            <translation>
                <numerusform>+%n lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Tahap</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Kapan</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona waktu</translation>
        </message>
        <message>
            <source>Duration in minutes</source>
            <translation>Durasi dalam menit</translation>
        </message>
        <message>
            <source>Language of the content</source>
            <translation>Bahasa konten</translation>
        </message>
        <message>
            <source>Who and where</source>
            <translation>Siapa dan di mana</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>PIC</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Platforms</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Kampanye</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Seri</translation>
        </message>
        <message>
            <source>Episode</source>
            <translation>Episode</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>Untuk apa</translation>
        </message>
        <message>
            <source>Audience</source>
            <translation>Penonton</translation>
        </message>
        <message>
            <source>Learning goal</source>
            <translation>Tujuan belajar</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>Produk</translation>
        </message>
        <message>
            <source>One a line: Name | Rp89.000 | https://link</source>
            <translation>Satu per baris: Nama | Rp89.000 | https://tautan</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>Tautan</translation>
        </message>
        <message>
            <source>One a line</source>
            <translation>Satu per baris</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Rekaman</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Drop a video here</source>
            <translation>Taruh video di sini</translation>
        </message>
    </context>
    <context>
        <name>FileEditor</name>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
    </context>
    <context>
        <name>InlineEditor</name>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Inspector</source>
            <translation>Panel rincian</translation>
        </message>
        <message>
            <source>Choose an item to see what it is made of, what is missing and what is stale.</source>
            <translation>Pilih konten untuk melihat apa saja isinya, apa yang belum ada, dan apa yang sudah usang.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message numerus="yes">
            <source>Produce %n step(s)</source>
            <translation>
                <numerusform>Buat %n langkah</numerusform>
            </translation>
        </message>
        <message>
            <source>Producing…</source>
            <translation>Sedang dibuat…</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translation>Menunggu giliran</translation>
        </message>
        <message>
            <source>The recording</source>
            <translation>Rekaman</translation>
        </message>
    </context>
    <context>
        <name>ItemForm</name>
        <message>
            <source>Edit the item</source>
            <translation>Ubah konten</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
    <context>
        <name>ItemHead</name>
        <message>
            <source>Edit all fields (Ctrl+E)</source>
            <translation>Ubah semua isian (Ctrl+E)</translation>
        </message>
        <message>
            <source>Close the inspector</source>
            <translation>Tutup panel rincian</translation>
        </message>
        <message>
            <source>Owner %1</source>
            <translation>PIC %1</translation>
        </message>
        <message>
            <source>Host %1</source>
            <translation>Host %1</translation>
        </message>
        <message>
            <source>episode %1</source>
            <translation>episode %1</translation>
        </message>
    </context>
    <context>
        <name>Items</name>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Tahap</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>PIC</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Seri</translation>
        </message>
        <message>
            <source>Platforms</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Siap</translation>
        </message>
    </context>
    <context>
        <name>ItemsPage</name>
        <message>
            <source>Search  /</source>
            <translation>Cari  /</translation>
        </message>
        <message>
            <source>Search the items</source>
            <translation>Cari konten</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 dari %2</translation>
        </message>
    </context>
    <context>
        <name>KindButton</name>
        <message>
            <source>%1. Click to change</source>
            <translation>%1. Klik untuk mengganti</translation>
        </message>
    </context>
    <context>
        <name>MonthModel</name>
        <message>
            <source>today</source>
            <translation>hari ini</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n konten</numerusform>
            </translation>
        </message>
        <message>
            <source>no items</source>
            <translation>tidak ada konten</translation>
        </message>
    </context>
    <context>
        <name>MonthView</name>
        <message>
            <source>Calendar month</source>
            <translation>Kalender sebulan</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close the message</source>
            <translation>Tutup pesan</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Something unforeseen went wrong (%1).</source>
            <translation>Terjadi masalah yang tak terduga (%1).</translation>
        </message>
        <message>
            <source>Your plan is saved. If it happens again, tell the developers what you did</source>
            <translation>Rencana Anda tersimpan. Jika terulang, beri tahu pengembang apa yang tadi Anda lakukan</translation>
        </message>
    </context>
    <context>
        <name>PagesView</name>
        <message>
            <source>Slide %1 of %2</source>
            <translation>Slide %1 dari %2</translation>
        </message>
        <message numerus="yes">
            <source>and %n more slide(s)</source>
            <translation>
                <numerusform>dan %n slide lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Type a command, or the title of an item</source>
            <translation>Ketik perintah, atau judul konten</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Perintah</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Perintah</translation>
        </message>
        <message>
            <source>No command and no item is called that.</source>
            <translation>Tidak ada perintah atau konten dengan nama itu.</translation>
        </message>
    </context>
    <context>
        <name>PickFile</name>
        <message>
            <source>All files (*)</source>
            <translation>Semua file (*)</translation>
        </message>
        <message>
            <source>Recordings (%1)</source>
            <translation>Rekaman (%1)</translation>
        </message>
    </context>
    <context>
        <name>Plan</name>
        <message>
            <source>Removed “%1”</source>
            <translation>“%1” dihapus</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>Diurungkan: %1</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Ulangi</translation>
        </message>
        <message>
            <source>Done again: %1</source>
            <translation>Diulangi: %1</translation>
        </message>
    </context>
    <context>
        <name>Previews</name>
        <message>
            <source>The script is empty.</source>
            <translation>Naskahnya kosong.</translation>
        </message>
    </context>
    <context>
        <name>ProblemPage</name>
        <message>
            <source>This workspace cannot be opened</source>
            <translation>Ruang kerja ini tidak bisa dibuka</translation>
        </message>
        <message>
            <source>Choose another folder…</source>
            <translation>Pilih folder lain…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Keluar</translation>
        </message>
        <message>
            <source>The workspace's folder</source>
            <translation>Folder ruang kerja</translation>
        </message>
    </context>
    <context>
        <name>QueueCard</name>
        <message>
            <source>Queue</source>
            <translation>Antrean</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) a look</source>
            <translation>
                <numerusform>%n perlu dilihat</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is running</source>
            <translation>Tidak ada yang berjalan</translation>
        </message>
        <message>
            <source>What you produce shows here</source>
            <translation>Yang sedang dibuat tampil di sini</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n menunggu</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Siar Studio</source>
            <translation>Siar Studio</translation>
        </message>
    </context>
    <context>
        <name>ScriptView</name>
        <message>
            <source>Show less</source>
            <translation>Ringkas</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n section(s)</source>
            <translation>
                <numerusform>Tampilkan semua %n bagian</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>The language changes when the window is opened next: a job is running.</source>
            <translation>Bahasa berganti saat jendela dibuka lagi: masih ada pekerjaan yang berjalan.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Appearance</source>
            <translation>Tampilan</translation>
        </message>
        <message>
            <source>As the system is</source>
            <translation>Ikuti sistem</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Terang</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Gelap</translation>
        </message>
        <message>
            <source>Language of the program</source>
            <translation>Bahasa program</translation>
        </message>
        <message>
            <source>Speech checkpoints</source>
            <translation>Model pengenal suara</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Sedang dicari…</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>Workspace</source>
            <translation>Ruang kerja</translation>
        </message>
        <message>
            <source>Your plan (siar.db), recordings, and all that was made lie in this folder. A copy of the plan is kept in backups/ every day.</source>
            <translation>Rencana (siar.db), rekaman, dan semua hasil ada di folder ini. Salinan rencana disimpan di backups/ setiap hari.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message>
            <source>None is installed.</source>
            <translation>Belum ada yang terpasang.</translation>
        </message>
        <message>
            <source>With no checkpoint, subtitles are timed from the item's script. To recognise speech, run “siar models get small” in a terminal, or “siar models add FILE” with a file from a USB stick. Tiny and base are not fit for Indonesian.</source>
            <translation>Tanpa model, waktu subtitle dihitung dari naskah. Untuk mengenali ucapan, jalankan “siar models get small” di terminal, atau “siar models add FILE” dengan file dari flashdisk. Tiny dan base kurang layak untuk bahasa Indonesia.</translation>
        </message>
    </context>
    <context>
        <name>StartEditor</name>
        <message>
            <source>At a time</source>
            <translation>Pada jam tertentu</translation>
        </message>
        <message>
            <source>All day</source>
            <translation>Seharian</translation>
        </message>
        <message>
            <source>No date yet</source>
            <translation>Belum ada tanggal</translation>
        </message>
        <message>
            <source>Time, all day or undated</source>
            <translation>Berjam, seharian, atau tanpa tanggal</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Jam</translation>
        </message>
    </context>
    <context>
        <name>StepRow</name>
        <message>
            <source>Show</source>
            <translation>Tunjukkan</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>Buat</translation>
        </message>
        <message>
            <source>Remake</source>
            <translation>Buat ulang</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
        <message>
            <source>Made %1: %2</source>
            <translation>Dibuat %1: %2</translation>
        </message>
        <message>
            <source>%1 of %2 checks are fine</source>
            <translation>%1 dari %2 pemeriksaan lolos</translation>
        </message>
        <message>
            <source>Hide the checks</source>
            <translation>Sembunyikan pemeriksaan</translation>
        </message>
    </context>
    <context>
        <name>TableView</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>dan %n lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Ideas, no date yet</source>
            <translation>Ide, belum ada tanggal</translation>
        </message>
        <message>
            <source>Add an idea</source>
            <translation>Tambah ide</translation>
        </message>
        <message>
            <source>Ctrl+K all commands</source>
            <translation>Ctrl+K semua perintah</translation>
        </message>
        <message numerus="yes">
            <source>%n more idea(s)</source>
            <translation>
                <numerusform>%n ide lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>No items yet</source>
            <translation>Belum ada konten</translation>
        </message>
        <message>
            <source>Press C, or click a day, and type a title. Each item then shows what it needs.</source>
            <translation>Tekan C, atau klik sebuah hari, lalu ketik judulnya. Setiap konten menunjukkan apa yang dibutuhkannya.</translation>
        </message>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>Selesai: %1</translation>
        </message>
        <message>
            <source>Cancelled: %1</source>
            <translation>Dibatalkan: %1</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Live</translation>
        </message>
        <message>
            <source>Idea</source>
            <translation>Ide</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Direncanakan</translation>
        </message>
        <message>
            <source>Scripted</source>
            <translation>Naskah jadi</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Direkam</translation>
        </message>
        <message>
            <source>Subtitled</source>
            <translation>Bersubtitle</translation>
        </message>
        <message>
            <source>Scheduled</source>
            <translation>Dijadwalkan</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Tayang</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Siap</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>Disunting</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Belum ada</translation>
        </message>
        <message>
            <source>Stale</source>
            <translation>Usang</translation>
        </message>
        <message>
            <source>Failing</source>
            <translation>Bermasalah</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>Naskah</translation>
        </message>
        <message>
            <source>Thumbnail</source>
            <translation>Thumbnail</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Rekaman</translation>
        </message>
        <message>
            <source>Subtitles</source>
            <translation>Subtitle</translation>
        </message>
        <message>
            <source>Captioned video</source>
            <translation>Video bersubtitle</translation>
        </message>
        <message>
            <source>Rundown</source>
            <translation>Rundown</translation>
        </message>
        <message>
            <source>Deck</source>
            <translation>Slide presentasi</translation>
        </message>
        <message>
            <source>HH:mm</source>
            <comment>a clock time</comment>
            <translation>HH.mm</translation>
        </message>
        <message>
            <source>No date yet</source>
            <translation>Belum ada tanggal</translation>
        </message>
        <message>
            <source>%1, all day</source>
            <translation>%1, seharian</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 dtk</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 mnt</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 jam</translation>
        </message>
        <message>
            <source>%1 s left</source>
            <translation>%1 dtk lagi</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 lagi</translation>
        </message>
        <message>
            <source>%1 % ready</source>
            <translation>%1 % siap</translation>
        </message>
    </context>
</TS>

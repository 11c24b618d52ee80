package org.kamiau.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files that were brought through the browser, in the data folder until they are taken in. */
@Component
class Uploads {

    private final Path folder;

    Uploads(@Value("${kamiau.data:}") String data) {
        this.folder = (data.isEmpty() ? Path.of(System.getProperty("java.io.tmpdir"), "kamiau-" + ProcessHandle.current().pid()) : Path.of(data))
                .resolve("imports")
                .toAbsolutePath()
                .normalize();
    }

    Path keep(MultipartFile upload) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var file = folder.resolve(UUID.randomUUID() + ".upload");
        upload.transferTo(file);
        return file;
    }

    /** What lies elsewhere belongs to whoever named it on the command line, and stays. */
    void remove(@Nullable Path file) {
        if (file == null || !file.normalize().startsWith(folder)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

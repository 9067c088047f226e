"""What a form editor in the browser needs of a site: its configuration, made from the nouns, and the files of `admin/`.

The editor is Decap CMS, as its own package has it. The fields of its forms follow the schema that the reader types by;
how a file becomes what stands in a form, and a form a file again, is told in ``static/``.
"""
